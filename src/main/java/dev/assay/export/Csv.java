package dev.assay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Comma-separated values, quoted as RFC 4180 says: a field with a comma, a quote or a line end stands in quotes, with
/// its quotes doubled. So does one with a semicolon or a tab, at which some spreadsheets part the fields of such files; they respect quotes.
/// Lines end with LF, as in all our files, which the tools at the other end of a pipe expect.
///
/// What a spreadsheet would compute gets an apostrophe before it, by which spreadsheets know a text. Numbers, also with a sign, a unit
/// or an error in parentheses, stay as they are, for every other program's sake.
public final class Csv {
  private static final String APART = ",;\t\"\n\r";

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

  /// Writes what was added so far, and goes on with nothing: a table of millions of rows is never in memory.
  void to(OutputStream out) throws IOException {
    out.write(bytes());
    text.setLength(0);
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
    String safe = Computed.isComputed(field) ? "'" + field : field;
    return isPlain(safe) ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static boolean isPlain(String field) {
    int at = 0;
    while (at < field.length() && APART.indexOf(field.charAt(at)) < 0) {
      at++;
    }
    return at == field.length();
  }
}
