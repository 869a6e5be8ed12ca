package dev.assay.claim.cite;

import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads BibTeX and BibLaTeX: entries in braces or parentheses, `@string`, `#`, `crossref` and `xdata`. What stands
/// outside of entries is a comment. After a fault it goes on with the next line that begins with `@`.
public final class BibtexReader {
  private static final int MOST_PROBLEMS = 100;

  private final SourceText source;
  private final String text;
  private final Map<String, String> macros = new TreeMap<>();
  private final Map<String, Raw> raws = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private int at;

  private BibtexReader(SourceText source) {
    this.source = source;
    this.text = source.text();
    for (String month : List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")) {
      macros.put(month, month);
    }
  }

  /// An entry as it is written.
  private record Raw(String key, String type, Map<String, String> fields, Place place) {}

  /// Something that is not as it should be; reading goes on behind it.
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Fault(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }
  }

  /// Reads a file.
  public static ReadEntries read(SourceText source) {
    return new BibtexReader(source).run();
  }

  private ReadEntries run() {
    while (next()) {
      int start = at;
      try {
        entry();
      } catch (Fault fault) {
        add(fault.problem);
        at = recovery(Math.max(start + 1, at));
      }
    }
    List<SourceEntry> entries = new ArrayList<>();
    for (Raw raw : raws.values()) {
      if (!raw.type().equals("xdata")) {
        entries.add(BibtexFields.entry(raw.key(), raw.type(), inherited(raw, 0), raw.place()));
      }
    }
    return new ReadEntries(entries, problems);
  }

  private void add(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  /// Goes to the next `@` that may begin an entry.
  private boolean next() {
    at = text.indexOf('@', at);
    if (at < 0) {
      at = text.length();
    }
    return at < text.length();
  }

  private int recovery(int from) {
    int sign = text.indexOf("\n@", Math.max(0, from - 1));
    return sign < 0 ? text.length() : sign + 1;
  }

  private void entry() {
    int sign = at++;
    space();
    int typeFrom = at;
    String type = word().toLowerCase(Locale.ROOT);
    int typeTo = at;
    space();
    if (type.isEmpty() || at >= text.length() || (text.charAt(at) != '{' && text.charAt(at) != '(')) {
      // An address in a comment, not an entry.
      if (sign == 0 || text.charAt(sign - 1) == '\n') {
        throw fault(sign, sign + 1, "an entry begins with its type and a brace", "write it like @article{key, title = {…}}");
      }
      return;
    }
    char close = text.charAt(at) == '{' ? '}' : ')';
    at++;
    switch (type) {
      case "comment", "preamble" -> skip(close);
      case "string" -> fields(close, sign).forEach(macros::put);
      default -> source(type, typeFrom, typeTo, close, sign);
    }
  }

  private void skip(char close) {
    int depth = 1;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at++);
      depth += c == '{' || (close == ')' && c == '(') ? 1 : c == close || c == '}' ? -1 : 0;
    }
  }

  private void source(String type, int typeFrom, int typeTo, char close, int sign) {
    space();
    int keyFrom = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ",{}()=\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String key = text.substring(keyFrom, at);
    int keyTo = at;
    space();
    if (key.isEmpty() || at >= text.length() || (text.charAt(at) != ',' && text.charAt(at) != close)) {
      throw fault(
          keyFrom, Math.max(keyFrom + 1, keyTo), key.isEmpty() ? "this entry has no key" : "a comma is missing behind the key '" + key + "'",
          "write it like @" + type + "{" + (key.isEmpty() ? "smith2026" : key) + ", title = {…}}");
    }
    Map<String, String> fields = fields(close, sign);
    if (!CslTypes.OF_BIBTEX.containsKey(type) && !type.equals("xdata") && !type.equals("set")) {
      add(
          source.warning(
              Code.SOURCE_TYPE, typeFrom, typeTo, "no type of source is called '" + type + "', so this is read as 'misc'",
              Nearest.to(type, CslTypes.OF_BIBTEX.keySet()).map(near -> "did you mean '" + near + "'?").orElse("use article, book, online, report, inproceedings, thesis, dataset or misc")));
    }
    Raw known = raws.get(key);
    if (known != null) {
      add(
          source.error(
              Code.DUPLICATE_KEY, keyFrom, keyTo, "the key '" + key + "' is already used in line " + known.place().line(),
              "give one of the two entries another key"));
      return;
    }
    raws.put(key, new Raw(key, type, fields, source.place(keyFrom, keyTo)));
  }

  /// `name = value, …` up to the brace that closes the entry.
  private Map<String, String> fields(char close, int sign) {
    Map<String, String> fields = new TreeMap<>();
    while (true) {
      space();
      if (at >= text.length()) {
        throw fault(sign, sign + 1, "the entry that begins here is never closed", "write '" + close + "' behind its last field");
      }
      if (text.charAt(at) == close) {
        at++;
        return fields;
      }
      if (text.charAt(at) == ',') {
        at++;
        continue;
      }
      int nameFrom = at;
      String name = word().toLowerCase(Locale.ROOT);
      int nameTo = at;
      space();
      if (name.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
        int shown = name.isEmpty() ? Math.min(at, text.length() - 1) : nameFrom;
        throw fault(
            shown, Math.max(shown + 1, nameTo), name.isEmpty() ? "the name of a field should stand here" : "'=' is missing behind '" + name + "'",
            "write fields like title = {…}, with a comma between them");
      }
      at++;
      String value = value();
      if (fields.putIfAbsent(name, value) != null) {
        add(source.error(Code.DUPLICATE_KEY, nameFrom, nameTo, "the field '" + name + "' stands twice in this entry", "keep one of them"));
      }
      space();
      boolean ends = at >= text.length() || text.charAt(at) == ',' || text.charAt(at) == close;
      if (!ends) {
        throw fault(at, at + 1, "a comma is missing behind the field '" + name + "'", "put a comma between fields");
      }
    }
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    while (true) {
      space();
      value.append(part());
      space();
      if (at < text.length() && text.charAt(at) == '#') {
        at++;
      } else {
        return value.toString();
      }
    }
  }

  private String part() {
    char c = at < text.length() ? text.charAt(at) : ',';
    if (c == '{' || c == '"') {
      return delimited(c == '{' ? '}' : '"');
    }
    int from = at;
    String word = word();
    if (word.isEmpty()) {
      throw fault(from, from + 1, "a value is missing", "write it in braces: {…}");
    }
    if (word.chars().allMatch(Character::isDigit)) {
      return word;
    }
    return Optional.ofNullable(macros.get(word.toLowerCase(Locale.ROOT)))
        .orElseGet(
            () -> {
              add(
                  source.warning(
                      Code.DATA_SYNTAX, from, at, "no @string is called '" + word + "', so it is read as text",
                      "put the value in braces: {" + word + "}"));
              return word;
            });
  }

  private String delimited(char close) {
    int open = at++;
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (depth == 0 && c == close) {
        String inner = text.substring(at, i);
        at = i + 1;
        return inner;
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0) {
          break;
        }
      }
    }
    at = open;
    throw fault(open, open + 1, "the value that begins here is never closed", "write '" + close + "' behind it; a brace inside needs its partner");
  }

  private String word() {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_-+:.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(from, at);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private Fault fault(int from, int to, String message, String hint) {
    return new Fault(source.error(Code.DATA_SYNTAX, from, to, message, hint));
  }

  /// The fields of an entry with those it takes over from others.
  private Map<String, String> inherited(Raw raw, int depth) {
    String parents = raw.fields().getOrDefault("crossref", "") + "," + raw.fields().getOrDefault("xdata", "");
    if (parents.equals(",") || depth > 5) {
      return raw.fields();
    }
    Map<String, String> all = new TreeMap<>(raw.fields());
    for (String name : parents.split(",", -1)) {
      Raw parent = raws.get(name.strip());
      if (parent != null && !parent.key().equals(raw.key())) {
        boolean data = parent.type().equals("xdata");
        inherited(parent, depth + 1)
            .forEach(
                (field, value) -> {
                  // The title of a book is not that of its chapter.
                  boolean container = !data && (field.equals("title") || field.equals("subtitle"));
                  all.putIfAbsent(container ? "book" + field : field, value);
                });
      }
    }
    return all;
  }
}
