package dev.assay.export;

import dev.assay.cost.unit.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes one JSON file, property by property, in the order of the calls. Elements of long lists are put on lines of
/// their own, so that two versions of a file can be compared by line.
final class JsonFile {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final JsonGenerator json;
  private final LinePrinter printer;

  private JsonFile(JsonGenerator json, LinePrinter printer) {
    this.json = json;
    this.printer = printer;
  }

  /// The bytes of a file that holds one object.
  static byte[] of(Consumer<JsonFile> properties) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    to(bytes, properties);
    return bytes.toByteArray();
  }

  /// Writes a file that holds one object, and closes it.
  private static void to(OutputStream out, Consumer<JsonFile> properties) {
    LinePrinter printer = new LinePrinter();
    try (JsonGenerator generator = FACTORY.createGenerator(context(printer), out, JsonEncoding.UTF8)) {
      generator.writeStartObject();
      properties.accept(new JsonFile(generator, printer));
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }

  /// Writes a file that holds one object, piece by piece. The stream stays open.
  static void pour(OutputStream out, Consumer<JsonFile> properties) throws IOException {
    try {
      to(new Kept(out), properties);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /// A stream that others close.
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /// The bytes of a file that holds a list of one object.
  static byte[] list(Consumer<JsonFile> properties) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    LinePrinter printer = new LinePrinter();
    try (JsonGenerator generator = FACTORY.createGenerator(context(printer), bytes, JsonEncoding.UTF8)) {
      generator.writeStartArray();
      generator.writeStartObject();
      properties.accept(new JsonFile(generator, printer));
      generator.writeEndObject();
      generator.writeEndArray();
      generator.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static ObjectWriteContext context(PrettyPrinter printer) {
    return new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return printer;
      }
    };
  }

  JsonFile text(String name, String value) {
    json.writeStringProperty(name, wellFormed(value));
    return this;
  }

  JsonFile text(String name, Optional<String> value) {
    return value.isPresent() ? text(name, value.get()) : nothing(name);
  }

  JsonFile truth(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonFile number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonFile number(String name, OptionalDouble value) {
    if (value.isEmpty()) {
      return nothing(name);
    }
    json.writeNumberProperty(name, value.getAsDouble());
    return this;
  }

  /// A number in its shortest form without an exponent where that is readable; `null` when it is not known.
  JsonFile decimal(String name, Optional<Double> value) {
    if (value.isEmpty()) {
      return nothing(name);
    }
    json.writeName(name);
    json.writeNumber(Numbers.shortest(value.get()));
    return this;
  }

  JsonFile texts(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(wellFormed(value)));
    json.writeEndArray();
    return this;
  }

  JsonFile numbers(String name, List<Integer> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeNumber(value.intValue()));
    json.writeEndArray();
    return this;
  }

  /// A list of lists of numbers.
  JsonFile rows(String name, List<List<Integer>> rows) {
    json.writeArrayPropertyStart(name);
    for (List<Integer> row : rows) {
      json.writeStartArray();
      row.forEach(value -> json.writeNumber(value.intValue()));
      json.writeEndArray();
    }
    json.writeEndArray();
    return this;
  }

  /// An object as the value of a property.
  JsonFile object(String name, Consumer<JsonFile> properties) {
    json.writeObjectPropertyStart(name);
    properties.accept(this);
    json.writeEndObject();
    return this;
  }

  /// A short list of objects, on the line of what holds it.
  <T> JsonFile objects(String name, List<T> values, BiConsumer<JsonFile, T> properties) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      properties.accept(this, value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  /// A long list of objects, each on a line of its own.
  <T> JsonFile lines(String name, List<T> values, BiConsumer<JsonFile, T> properties) {
    int before = printer.breakAt(json.streamWriteContext().getNestingDepth() + 1);
    objects(name, values, properties);
    printer.breakAt(before);
    return this;
  }

  JsonFile nothing(String name) {
    json.writeNullProperty(name);
    return this;
  }

  /// UTF-8 cannot say a lone half of a surrogate pair.
  private static String wellFormed(String text) {
    int at = 0;
    while (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder fixed = new StringBuilder(text.length());
    text.codePoints().forEach(c -> fixed.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return fixed.toString();
  }
}
