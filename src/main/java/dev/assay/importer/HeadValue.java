package dev.assay.importer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// A value of a note's head, to be written.
public sealed interface HeadValue {
  /// Words, whatever they look like: they are quoted where YAML would take them for something else.
  record Text(String text) implements HeadValue {}

  /// A moment with its own offset.
  record Moment(OffsetDateTime moment) implements HeadValue {}

  /// A day without a time.
  record Day(LocalDate day) implements HeadValue {}

  record Flag(boolean on) implements HeadValue {}

  record Whole(long number) implements HeadValue {}

  /// A number as it was written.
  ///
  /// @param digits digits with an optional sign, point and exponent
  record Numeral(String digits) implements HeadValue {
    public Numeral {
      if (!digits.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
        throw new IllegalArgumentException("number '" + digits + "'");
      }
    }
  }

  record Items(List<HeadValue> items) implements HeadValue {
    public Items {
      items = List.copyOf(items);
    }

    /// A list of words.
    public static Items of(List<String> words) {
      return new Items(words.stream().<HeadValue>map(Text::new).toList());
    }
  }

  /// Keys and values in the order in which they are written.
  record Table(List<Map.Entry<String, HeadValue>> entries) implements HeadValue {
    public Table {
      entries = List.copyOf(entries);
    }
  }
}
