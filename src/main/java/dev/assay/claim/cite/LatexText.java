package dev.assay.claim.cite;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/// Turns the LaTeX of a bibliography into text: accents, ligatures, quotes, dashes, escaped signs, a little emphasis.
/// Braces that only protect letters go; what is not known loses its command and keeps its words.
final class LatexText {
  private static final Map<Character, Character> ACCENTS =
      Map.ofEntries(
          Map.entry('`', '\u0300'), Map.entry('\'', '\u0301'), Map.entry('^', '\u0302'), Map.entry('~', '\u0303'),
          Map.entry('=', '\u0304'), Map.entry('.', '\u0307'), Map.entry('"', '\u0308'));
  private static final Map<String, Character> LETTER_ACCENTS =
      Map.of(
          "u", '\u0306', "r", '\u030A', "H", '\u030B', "v", '\u030C', "c", '\u0327', "k", '\u0328', "d", '\u0323',
          "b", '\u0331');
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("ss", "ß"), Map.entry("ae", "æ"), Map.entry("AE", "Æ"), Map.entry("oe", "œ"), Map.entry("OE", "Œ"),
          Map.entry("o", "ø"), Map.entry("O", "Ø"), Map.entry("l", "ł"), Map.entry("L", "Ł"), Map.entry("aa", "å"),
          Map.entry("AA", "Å"), Map.entry("i", "ı"), Map.entry("j", "ȷ"), Map.entry("dh", "ð"), Map.entry("DH", "Ð"),
          Map.entry("th", "þ"), Map.entry("TH", "Þ"), Map.entry("dj", "đ"), Map.entry("DJ", "Đ"), Map.entry("ng", "ŋ"),
          Map.entry("NG", "Ŋ"), Map.entry("S", "§"), Map.entry("P", "¶"), Map.entry("copyright", "©"),
          Map.entry("pounds", "£"), Map.entry("texteuro", "€"), Map.entry("euro", "€"), Map.entry("textyen", "¥"),
          Map.entry("textwon", "₩"), Map.entry("textdegree", "°"), Map.entry("textmu", "µ"), Map.entry("dots", "…"),
          Map.entry("ldots", "…"), Map.entry("textellipsis", "…"), Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"), Map.entry("textquoteleft", "‘"), Map.entry("textquoteright", "’"),
          Map.entry("textquotedblleft", "“"), Map.entry("textquotedblright", "”"), Map.entry("textasciitilde", "~"),
          Map.entry("textbackslash", "\\"), Map.entry("textbraceleft", "{"), Map.entry("textbraceright", "}"), Map.entry("textasciicircum", "^"), Map.entry("textbar", "|"),
          Map.entry("textless", "<"), Map.entry("textgreater", ">"), Map.entry("textregistered", "®"),
          Map.entry("texttrademark", "™"), Map.entry("textbullet", "•"), Map.entry("slash", "/"),
          Map.entry("LaTeX", "LaTeX"), Map.entry("TeX", "TeX"), Map.entry("quad", " "), Map.entry("alpha", "α"),
          Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"), Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"), Map.entry("pi", "π"), Map.entry("sigma", "σ"), Map.entry("times", "×"),
          Map.entry("approx", "≈"), Map.entry("leq", "≤"), Map.entry("geq", "≥"), Map.entry("infty", "∞"),
          Map.entry("rightarrow", "→"), Map.entry("to", "→"), Map.entry("pm", "±"), Map.entry("sim", "∼"));
  private static final Map<String, String> TAGS =
      Map.of(
          "emph", "i", "textit", "i", "mkbibemph", "i", "textsl", "i", "textbf", "b", "mkbibbold", "b",
          "textsuperscript", "sup", "textsubscript", "sub");
  private static final int DEEPEST = 40;

  private final String text;
  private final boolean rich;
  private int at;

  private LatexText(String text, boolean rich) {
    this.text = text;
    this.rich = rich;
  }

  /// Plain text.
  static String plain(String latex) {
    return read(latex, false);
  }

  /// Text with the markup that CSL allows in titles.
  static String rich(String latex) {
    return read(latex, true);
  }

  /// An address: it is written as it is, but for `\%`, `\_` and the like, and braces around it.
  static String address(String latex) {
    String bare = latex.strip();
    if (bare.startsWith("\\url{") && bare.endsWith("}")) {
      bare = bare.substring(5, bare.length() - 1);
    }
    return bare.replaceAll("\\\\([%_&#~{}$])", "$1").replaceAll("[{}\\s]", "");
  }

  private static String read(String latex, boolean rich) {
    LatexText reader = new LatexText(latex, rich);
    StringBuilder out = new StringBuilder();
    while (reader.at < latex.length()) {
      reader.group(out, 0);
      // Behind a brace that closes nothing.
      reader.at++;
    }
    return collapsed(Normalizer.normalize(out, Normalizer.Form.NFC));
  }

  private static String collapsed(CharSequence text) {
    return text.toString().replaceAll("[ \\t\\r\\n]+", " ").strip();
  }

  /// Reads up to the end, or to a brace that closes the group.
  private void group(StringBuilder out, int depth) {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '{' -> {
          at++;
          if (depth < DEEPEST) {
            group(out, depth + 1);
            at++;
          }
        }
        case '}' -> {
          return;
        }
        case '\\' -> command(out, depth);
        case '$' -> math(out, depth);
        case '~' -> {
          out.append('\u00a0');
          at++;
        }
        case '-' -> dash(out);
        case '`' -> quote(out, "``", "“", "‘");
        case '\'' -> quote(out, "''", "”", "’");
        default -> {
          out.append(c);
          at++;
        }
      }
    }
  }

  private void dash(StringBuilder out) {
    int count = run('-');
    out.append(count == 2 ? "–" : count == 3 ? "—" : "-".repeat(count));
    at += count;
  }

  private int run(char c) {
    int end = at;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end - at;
  }

  private void quote(StringBuilder out, String two, String doubled, String single) {
    boolean both = text.startsWith(two, at);
    out.append(both ? doubled : single);
    at += both ? 2 : 1;
  }

  /// Simple formulas lose their dollars; a dollar that nothing closes, or that stands before a price, is a dollar.
  private void math(StringBuilder out, int depth) {
    int close = text.indexOf('$', at + 1);
    boolean money = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    String inner = close < 0 ? "" : text.substring(at + 1, close);
    if (close < 0 || money || inner.isBlank() || inner.startsWith(" ") || depth >= DEEPEST) {
      out.append('$');
      at++;
      return;
    }
    String marked = inner.replaceAll("\\^\\{([^{}]*)\\}|\\^(\\w)", "\\\\textsuperscript{$1$2}").replaceAll("_\\{([^{}]*)\\}|_(\\w)", "\\\\textsubscript{$1$2}");
    out.append(read(marked.replace("$", ""), rich));
    at = close + 1;
  }

  private void command(StringBuilder out, int depth) {
    at++;
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    Character accent = ACCENTS.get(c);
    if (accent != null) {
      at++;
      accented(out, accent, depth);
    } else if (!isLetter(c)) {
      at++;
      out.append(c == '\\' || c == ' ' || c == ',' || c == '/' || c == '-' ? (c == '/' || c == '-' ? "" : " ") : Character.toString(c));
    } else {
      word(out, depth);
    }
  }

  private void word(StringBuilder out, int depth) {
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at, end);
    at = end;
    Character accent = LETTER_ACCENTS.get(name);
    String sign = SIGNS.get(name);
    String tag = TAGS.get(name);
    if (accent != null) {
      accented(out, accent, depth);
    } else if (sign != null) {
      out.append(sign);
      skipSpace();
    } else if (name.equals("href")) {
      argument(depth);
      out.append(argument(depth).orElse(""));
    } else {
      skipSpace();
      String content = argument(depth).orElse("");
      boolean marked = rich && tag != null && !content.isEmpty();
      out.append(marked ? "<" + tag + ">" + content + "</" + tag + ">" : content);
    }
  }

  /// The letter or group that follows an accent.
  private void accented(StringBuilder out, char accent, int depth) {
    skipSpace();
    String letter = argument(depth).orElseGet(() -> next(depth));
    if (letter.isEmpty()) {
      return;
    }
    int first = letter.codePointAt(0);
    String base = first == 'ı' ? "i" : first == 'ȷ' ? "j" : Character.toString(first);
    out.append(Normalizer.normalize(base + accent, Normalizer.Form.NFC)).append(letter, Character.charCount(first), letter.length());
  }

  private String next(int depth) {
    if (at >= text.length() || text.charAt(at) == '}') {
      return "";
    }
    StringBuilder one = new StringBuilder();
    if (text.charAt(at) == '\\' && depth < DEEPEST) {
      command(one, depth + 1);
    } else {
      one.appendCodePoint(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    return one.toString();
  }

  private Optional<String> argument(int depth) {
    if (at >= text.length() || text.charAt(at) != '{' || depth >= DEEPEST) {
      return Optional.empty();
    }
    at++;
    StringBuilder inner = new StringBuilder();
    group(inner, depth + 1);
    at++;
    return Optional.of(inner.toString());
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
