package dev.assay.importer.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element of a feed that holds one piece of information, with the elements in it.
///
/// @param name       with our own prefix, in lower case
/// @param attributes with our own prefixes, in lower case
/// @param text       the text in it and in the elements in it
/// @param markup     what is in it, as HTML, when it holds elements; else empty
/// @param nested     whether it holds elements; then its content is markup rather than text
/// @param children   the elements in it, down to a depth that fields of feeds have
record Field(String name, Map<String, String> attributes, String text, String markup, boolean nested, List<Field> children) {
  Field {
    children = List.copyOf(children);
  }

  String attribute(String key) {
    return attributes.getOrDefault(key, "").strip();
  }

  List<Field> all(String name) {
    return children.stream().filter(child -> child.name().equals(name)).toList();
  }

  /// The first of some children that holds anything, in the order of the names.
  Optional<Field> first(String... names) {
    for (String name : names) {
      for (Field child : children) {
        if (child.name().equals(name) && !child.text().isBlank()) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  /// The text of the first of some children that holds any, without white space around it; empty when there is none.
  String textOf(String... names) {
    return first(names).map(field -> field.text().strip()).orElse("");
  }

  /// The texts of all children of some names.
  List<String> textsOf(String... names) {
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      all(name).stream().map(field -> field.text().strip()).filter(text -> !text.isEmpty()).forEach(texts::add);
    }
    return texts;
  }
}
