package dev.assay.edit;

import java.util.List;

/// Something to be written into a head, whatever its format.
public sealed interface NewValue {
  /// One value.
  sealed interface Single extends NewValue {
    /// What it says when it is read back.
    String said();
  }

  /// Text, in quotes where the format needs them.
  record Text(String said) implements Single {}

  /// A date, a number, `true` or `false`: bare where the format has such a thing.
  record Word(String said) implements Single {}

  /// Keys and values.
  record Fields(List<Field> fields) implements NewValue {
    public Fields {
      fields = List.copyOf(fields);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("a mapping without keys");
      }
    }
  }

  /// One key of a mapping.
  record Field(String key, Single value) {
    /// A key whose value is text.
    public static Field text(String key, String text) {
      return new Field(key, new Text(text));
    }

    /// A key whose value is a date, a number, `true` or `false`.
    public static Field word(String key, String word) {
      return new Field(key, new Word(word));
    }
  }

  /// Keys and values, in order.
  static Fields fields(Field... fields) {
    return new Fields(List.of(fields));
  }
}
