package dev.assay.export;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Comma-separated values, quoted as RFC 4180 says: a field with a comma, a quote or a line end stands in quotes, with
/// its quotes doubled. Lines end with LF, as in all our files, which the tools at the other end of a pipe expect.
///
/// What a spreadsheet would compute gets an apostrophe before it, by which spreadsheets know a text: whatever begins with `=`, and what
/// begins with `+`, `-` or `@` and holds a sign without which no formula can call, link or run anything. Numbers such as `-3` or `+5 %`
/// stay as they are, for every other program's sake.
public final class Csv {
  private final StringBuilder text = new StringBuilder();
  private final int columns;

  private Csv(int columns) {
    this.columns = columns;
  }

  /// A table with its column names.
  public static Csv of(List<String> names) {
    return new Csv(names.size()).row(names);
  }

  /// Adds a row.
  ///
  /// @throws IllegalArgumentException when it has not one field for each column
  public Csv row(List<String> fields) {
    if (fields.size() != columns) {
      throw new IllegalArgumentException(fields.size() + " fields for " + columns + " columns");
    }
    for (int i = 0; i < columns; i++) {
      text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    // A line that is empty would be no row at all.
    text.append(columns == 1 && fields.getFirst().isEmpty() ? "\"\"\n" : "\n");
    return this;
  }

  /// The whole table.
  public String text() {
    return text.toString();
  }

  /// The whole table in UTF-8, without a byte-order mark.
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String field) {
    String safe = isFormula(field) ? "'" + field : field;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static boolean isFormula(String field) {
    String text = field.stripLeading();
    if (text.isEmpty()) {
      return false;
    }
    return switch (text.charAt(0)) {
      case '=', '\uff1d' -> true;
      case '+', '-', '@', '\uff0b', '\uff0d', '\uff20' -> text.chars().anyMatch(c -> "(|!#'\"".indexOf(c) >= 0);
      default -> false;
    };
  }
}
