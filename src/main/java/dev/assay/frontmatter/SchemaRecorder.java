package dev.assay.frontmatter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Writes down what a reader asks for, as a JSON Schema: the reader runs once over nothing, and what it would accept is
/// what the schema says. So the two cannot disagree.
final class SchemaRecorder {
  private static final List<String> SCALAR = List.of("string", "number", "boolean", "null");

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final TreeSet<String> required = new TreeSet<>();
  private final Map<String, SchemaRecorder> inLists = new LinkedHashMap<>();

  /// Text; a number or a date counts as the text that was written.
  static Map<String, Object> text() {
    return new LinkedHashMap<>(Map.of("type", List.of("string", "number", "null")));
  }

  static Map<String, Object> flag() {
    return new LinkedHashMap<>(Map.of("type", List.of("boolean", "null")));
  }

  static Map<String, Object> integer(int least, int most) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("integer", "null"));
    schema.put("minimum", least);
    schema.put("maximum", most);
    return schema;
  }

  static Map<String, Object> number() {
    return new LinkedHashMap<>(Map.of("type", List.of("number", "null")));
  }

  /// A date; YAML's own dates arrive as text.
  static Map<String, Object> moment() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("string", "null"));
    schema.put("description", "A date such as 2026-05-30, or with a time and an offset: 2026-05-30T09:00:00+09:00");
    return schema;
  }

  /// A list of texts, or one text.
  static Map<String, Object> list() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("string", "number", "array", "null"));
    schema.put("items", new LinkedHashMap<>(Map.of("type", List.of("string", "number"))));
    return schema;
  }

  /// One text, plainly or as a list of one.
  static Map<String, Object> only() {
    Map<String, Object> schema = list();
    schema.put("maxItems", 1);
    return schema;
  }

  static Map<String, Object> choice(Collection<String> words) {
    return new LinkedHashMap<>(Map.of("enum", List.copyOf(new TreeSet<>(words))));
  }

  void add(String key, Map<String, Object> schema) {
    // What was recorded first is the more exact: a reader asks again for the place of the same value.
    properties.putIfAbsent(key, schema);
  }

  void require(String key) {
    required.add(key);
  }

  /// A key whose value may have several shapes, one of them keys and values.
  SchemaRecorder shapes(String key, boolean scalar, boolean list) {
    SchemaRecorder inner = new SchemaRecorder();
    Map<String, Object> schema = new LinkedHashMap<>();
    List<String> types = new ArrayList<>(List.of("object", "null"));
    if (scalar) {
      types.addAll(SCALAR.subList(0, 3));
    }
    if (list) {
      types.add("array");
    }
    schema.put("type", types);
    schema.put(INNER, inner);
    if (list) {
      Map<String, Object> items = new LinkedHashMap<>();
      items.put("type", scalar ? List.of("object", "string", "number") : List.of("object"));
      items.put(INNER, inner);
      schema.put("items", items);
    }
    Object known = properties.putIfAbsent(key, schema);
    return known instanceof Map<?, ?> map && map.get(INNER) instanceof SchemaRecorder first ? first : inner;
  }

  /// Under this name a property keeps its recorder until the schema is written.
  private static final String INNER = "";

  /// The recorder of a key's inner keys.
  SchemaRecorder inner(String key) {
    SchemaRecorder inList = inLists.get(key);
    if (inList != null) {
      return inList;
    }
    return properties.get(key) instanceof Map<?, ?> map && map.get(INNER) instanceof SchemaRecorder inner ? inner : shapes(key, false, false);
  }

  /// The recorder of the mappings in a list.
  SchemaRecorder items(String key) {
    SchemaRecorder inner = new SchemaRecorder();
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("type", List.of("object"));
    items.put(INNER, inner);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("array", "null"));
    schema.put("items", items);
    properties.putIfAbsent(key, schema);
    inLists.put(key, inner);
    return inner;
  }

  /// The schema of an object with what was recorded. One of which no key was asked for may hold any.
  Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    fill(schema, this);
    return schema;
  }

  private static void fill(Map<String, Object> schema, SchemaRecorder inner) {
    if (inner.properties.isEmpty()) {
      return;
    }
    Map<String, Object> written = new LinkedHashMap<>();
    inner.properties.forEach((key, value) -> written.put(key, resolved(value)));
    schema.put("properties", written);
    schema.put("additionalProperties", false);
    if (!inner.required.isEmpty()) {
      schema.put("required", List.copyOf(inner.required));
    }
  }

  private static Object resolved(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((key, each) -> {
      if (!key.equals(INNER)) {
        plain.put(key.toString(), resolved(each));
      }
    });
    if (map.get(INNER) instanceof SchemaRecorder inner) {
      fill(plain, inner);
    }
    return plain;
  }
}
