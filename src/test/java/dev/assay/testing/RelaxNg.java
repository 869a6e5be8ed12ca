package dev.assay.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Checks XML against a schema in RELAX NG's compact syntax.
public final class RelaxNg {
  private final List<String> errors = new ArrayList<>();
  private final ValidationDriver driver;

  /// @param schema a resource: `/dev/assay/feed/atom.rnc`
  public RelaxNg(String schema) {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Collecting());
    driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (InputStream text = RelaxNg.class.getResourceAsStream(schema)) {
      InputSource source = new InputSource(text);
      source.setSystemId(schema);
      if (!driver.loadSchema(source)) {
        throw new AssertionError("the schema " + schema + " cannot be used: " + errors);
      }
    } catch (IOException | SAXException e) {
      throw new AssertionError("the schema " + schema + " cannot be read", e);
    }
  }

  /// Every error of a document, each `name:line:column: message`.
  public List<String> errors(String name, byte[] document) {
    errors.clear();
    InputSource source = new InputSource(new ByteArrayInputStream(document));
    source.setSystemId(name);
    try {
      driver.validate(source);
    } catch (IOException | SAXException e) {
      errors.add(name + ": " + e.getMessage());
    }
    return List.copyOf(errors);
  }

  private final class Collecting implements ErrorHandler {
    @Override
    public void warning(SAXParseException warning) {
      error(warning);
    }

    @Override
    public void error(SAXParseException error) {
      errors.add(error.getSystemId() + ":" + error.getLineNumber() + ":" + error.getColumnNumber() + ": " + error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }
  }
}
