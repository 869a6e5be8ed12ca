package dev.assay.markdown;

import dev.assay.note.Language;
import java.util.Map;
import java.util.Optional;

/// Turns straight quotes in prose into those of its language, one text at a time: it remembers what stands before.
///
/// A quote opens at the beginning of a text, behind white space, a bracket or a dash, and in Korean or Chinese also behind a letter
/// when none is open; else it closes. Between letters a single one is an apostrophe. Behind a digit, where none is open, a quote means
/// inches or minutes and stays. Escaped quotes stay as well.
final class Quotes {
  /// The marks of a language: double and single, opening and closing.
  private record Marks(String open, String close, String openSingle, String closeSingle) {}

  private static final Marks HIGH = new Marks("“", "”", "‘", "’");
  private static final Marks LOW = new Marks("„", "“", "‚", "‘");

  private static final Map<String, Marks> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("en", HIGH), Map.entry("ko", HIGH), Map.entry("zh", HIGH), Map.entry("es", HIGH), Map.entry("pt", HIGH), Map.entry("it", HIGH), Map.entry("nl", HIGH), Map.entry("tr", HIGH),
          Map.entry("de", LOW), Map.entry("cs", LOW), Map.entry("sk", LOW), Map.entry("da", LOW), Map.entry("pl", new Marks("„", "”", "‚", "’")),
          Map.entry("fr", new Marks("«\u00a0", "\u00a0»", "“", "”")), Map.entry("ru", new Marks("«", "»", "„", "“")), Map.entry("uk", new Marks("«", "»", "„", "“")),
          Map.entry("sv", new Marks("”", "”", "’", "’")), Map.entry("fi", new Marks("”", "”", "’", "’")));

  private final Marks marks;
  private boolean doubleOpen;
  private boolean singleOpen;
  /// The last character before what comes next.
  private char last = '\n';

  private Quotes(Marks marks) {
    this.marks = marks;
  }

  /// The quotes of a language for one text; nothing for a language whose writers set their own, such as Japanese.
  static Optional<Quotes> of(Language language) {
    String tag = language.tag();
    int part = tag.indexOf('-');
    return Optional.ofNullable(BY_LANGUAGE.get(part < 0 ? tag : tag.substring(0, part))).map(Quotes::new);
  }

  /// Something that is not prose stands here: code, a formula, a picture. What follows stands behind a word.
  void passed() {
    last = 'x';
  }

  /// A line ends.
  void space() {
    last = ' ';
  }

  /// A stretch of prose with its quotes set.
  ///
  /// @param next what stands behind it, `\n` for nothing
  String set(CharSequence text, int start, int end, char next) {
    StringBuilder out = new StringBuilder(end - start + 8);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      char behind = i + 1 < end ? text.charAt(i + 1) : next;
      switch (c) {
        case '"' -> out.append(doubled(behind));
        case '\'' -> out.append(single(behind));
        default -> out.append(c);
      }
      last = c;
    }
    return out.toString();
  }

  private String doubled(char next) {
    if (opens(doubleOpen, next)) {
      doubleOpen = true;
      return marks.open();
    }
    if (!doubleOpen && (Character.isDigit(last) || isSpace(last))) {
      return "\"";
    }
    doubleOpen = false;
    return marks.close();
  }

  private String single(char next) {
    boolean apostrophe = Character.isLetterOrDigit(last) && Character.isLetterOrDigit(next) && !isCjk(last);
    if (apostrophe) {
      return "’";
    }
    if (Character.isDigit(next) && beginsWord(last)) {
      // The '90s.
      return "’";
    }
    if (opens(singleOpen, next)) {
      singleOpen = true;
      return marks.openSingle();
    }
    if (!singleOpen) {
      return Character.isDigit(last) || isSpace(last) ? "'" : "’";
    }
    singleOpen = false;
    return marks.closeSingle();
  }

  private boolean opens(boolean open, char next) {
    if (isSpace(next)) {
      return false;
    }
    return beginsWord(last) || (!open && isCjk(last) && Character.isLetterOrDigit(next));
  }

  private static boolean beginsWord(char c) {
    return isSpace(c) || "([{<—–-/\"'“‘„«「『（*_~".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000';
  }

  private static boolean isCjk(char c) {
    return (c >= 0xac00 && c <= 0xd7a3) || Cjk.isWrittenWithoutSpaces(c);
  }
}
