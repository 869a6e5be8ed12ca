package dev.assay.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a language by its [Grammar]: from left to right, each character once but for searches that fail, which are
/// remembered.
final class CodeReader {
  private static final int DEEPEST = 30;
  private static final int MOST_FAILED = 20;

  private final Grammar grammar;
  private final String text;
  private final Tokens out = new Tokens();
  private final Deque<Hole> holes = new ArrayDeque<>();
  private int at;
  /// What the last word before the next name makes of it.
  private Optional<Sort> defined = Optional.empty();
  /// The last character that is not white space: tells a pattern from a division.
  private char last = '\n';
  private boolean lastIsWord;
  private boolean lineBegins = true;
  private int noRegexBefore;
  private int failed;

  /// Code inside a string.
  private static final class Hole {
    final Grammar.Quoted string;
    final char open;
    final char close;
    int depth;

    Hole(Grammar.Quoted string) {
      this.string = string;
      this.open = string.hole().charAt(string.hole().length() - 1);
      this.close = open == '(' ? ')' : '}';
    }
  }

  private CodeReader(Grammar grammar, String text) {
    this.grammar = grammar;
    this.text = text;
  }

  static Reader of(Grammar grammar) {
    return text -> new CodeReader(grammar, text).run();
  }

  private List<Token> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        lineBegins = true;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        boolean begins = lineBegins;
        lineBegins = false;
        step(c, begins);
      }
    }
    return out.list();
  }

  private void step(char c, boolean begins) {
    if (hole(c) || comment() || (begins && (head() || section())) || string() || rawString() || heredoc() || sigil(c)) {
      return;
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)) && !lastIsWord)) {
      number();
    } else if (isLetter(c)) {
      word(begins);
    } else if (!(c == '/' && regex())) {
      note(c, false);
      at++;
      defined = Optional.empty();
    }
  }

  private void note(char c, boolean word) {
    last = c;
    lastIsWord = word;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\n';
  }

  private void take(Sort sort, int end) {
    out.add(sort, at, end);
    at = end;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  // Comments

  private boolean comment() {
    for (Grammar.Block block : grammar.blocks()) {
      if (text.startsWith(block.open(), at)) {
        take(block.sort(), blockEnd(block));
        return true;
      }
    }
    if (grammar.has("long") && text.startsWith("--[", at)) {
      int end = longEnd(at + 2);
      if (end > 0) {
        take(Sort.COMMENT, end);
        return true;
      }
    }
    for (Grammar.LineComment line : grammar.lines()) {
      boolean begins = !line.begins() || at == 0 || " \t\n;&|(){}".indexOf(text.charAt(at - 1)) >= 0;
      if (begins && text.startsWith(line.open(), at)) {
        take(Sort.COMMENT, lineEnd(at));
        return true;
      }
    }
    return false;
  }

  private int blockEnd(Grammar.Block block) {
    int depth = 1;
    int from = at + block.open().length();
    while (from < text.length()) {
      if (text.startsWith(block.close(), from)) {
        from += block.close().length();
        depth--;
        if (depth == 0) {
          return from;
        }
      } else if (block.nested() && text.startsWith(block.open(), from)) {
        from += block.open().length();
        depth++;
      } else {
        from++;
      }
    }
    return text.length();
  }

  // The beginnings of lines

  private boolean head() {
    if (grammar.head().isEmpty() || !text.startsWith(grammar.head(), at)) {
      return false;
    }
    int word = at + 1;
    while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
      word++;
    }
    int end = word;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean includes = text.startsWith("include", word) || text.startsWith("import", word);
    take(Sort.META, end);
    int open = end;
    while (open < text.length() && text.charAt(open) == ' ') {
      open++;
    }
    int close = includes && open < text.length() && text.charAt(open) == '<' ? text.indexOf('>', open, lineEnd(open)) : -1;
    if (close > 0) {
      at = open;
      take(Sort.STRING, close + 1);
    }
    return true;
  }

  private boolean section() {
    if (!grammar.has("sections") || text.charAt(at) != '[') {
      return false;
    }
    int end = text.lastIndexOf(']', lineEnd(at) - 1);
    if (end < at) {
      return false;
    }
    take(Sort.HEADING, end + 1);
    return true;
  }

  // Strings

  private boolean string() {
    if (grammar.has("chars") && text.charAt(at) == '\'') {
      character();
      return true;
    }
    for (Grammar.Quoted string : grammar.strings()) {
      if (string.bare() && text.startsWith(string.open(), at)) {
        quoted(string, at, at + string.open().length());
        return true;
      }
    }
    return false;
  }

  /// `'x'`, `'\n'`; in Rust, `'a` alone is a name.
  private void character() {
    int end = at + 1;
    if (peek(1) == '\\') {
      end = at + 3;
      while (end < text.length() && end < at + 14 && text.charAt(end) != '\'' && text.charAt(end) != '\n') {
        end++;
      }
    } else if (at + 1 < text.length()) {
      end = at + 1 + Character.charCount(text.codePointAt(at + 1));
    }
    note('\'', true);
    if (end < text.length() && text.charAt(end) == '\'') {
      take(Sort.STRING, end + 1);
      return;
    }
    int name = at + 1;
    while (name < text.length() && isPart(text.charAt(name))) {
      name++;
    }
    take(Sort.META, name);
  }

  /// Reads a string, or what is left of it behind code inside.
  ///
  /// @param start where the stretch begins that is text
  /// @param from  where to look for its end
  private void quoted(Grammar.Quoted string, int start, int from) {
    at = start;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (string.escape() != '\0' && c == string.escape() && !(string.hole().startsWith("\\") && text.startsWith(string.hole(), i))) {
        i = Math.min(text.length(), i + 2);
      } else if (text.startsWith(string.close(), i)) {
        i += string.close().length();
        if (string.doubled() && text.startsWith(string.close(), i)) {
          i += string.close().length();
        } else {
          endString(string, start, i);
          return;
        }
      } else if (c == '\n' && !string.lines()) {
        break;
      } else if (string.hole().equals("{") && text.startsWith("{{", i)) {
        i += 2;
      } else if (opensHole(string, i)) {
        take(Sort.STRING, i);
        take(Sort.META, i + string.hole().length());
        holes.push(new Hole(string));
        note('(', false);
        return;
      } else {
        i++;
      }
    }
    take(Sort.STRING, Math.min(i, text.length()));
    note('"', true);
  }

  private boolean opensHole(Grammar.Quoted string, int i) {
    return !string.hole().isEmpty()
        && holes.size() < DEEPEST
        && text.startsWith(string.hole(), i);
  }

  private void endString(Grammar.Quoted string, int start, int end) {
    boolean key = !grammar.keys().isEmpty() && string.open().length() == 1 && behind(end) == grammar.keys().charAt(0);
    at = start;
    take(key ? Sort.NAME : Sort.STRING, end);
    note('"', true);
  }

  /// The next character on the line that is not white space.
  private char behind(int from) {
    int i = from;
    while (i < text.length() && i < from + 40 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i < text.length() ? text.charAt(i) : '\n';
  }

  private boolean hole(char c) {
    Hole hole = holes.peek();
    if (hole == null) {
      return false;
    }
    if (c == hole.open) {
      hole.depth++;
    } else if (c == hole.close && hole.depth > 0) {
      hole.depth--;
    } else if (c == hole.close) {
      holes.pop();
      take(Sort.META, at + 1);
      quoted(hole.string, at, at);
      return true;
    }
    return false;
  }

  private boolean rawString() {
    if (grammar.has("long") && text.charAt(at) == '[') {
      int end = longEnd(at);
      if (end > 0) {
        take(Sort.STRING, end);
        note('"', true);
        return true;
      }
    }
    if (grammar.raw().isEmpty() || text.charAt(at) != '#' || !grammar.raw().contains("#")) {
      return false;
    }
    return hashed(at, at);
  }

  /// `#"…"#` with any number of signs, from its first one.
  private boolean hashed(int start, int from) {
    int open = from;
    while (open < text.length() && text.charAt(open) == '#') {
      open++;
    }
    if (open == from || open - from > 20 || open >= text.length() || text.charAt(open) != '"') {
      return false;
    }
    int end = found("\"" + text.substring(from, open), open + 1);
    if (end < 0) {
      return false;
    }
    at = start;
    take(Sort.STRING, end);
    note('"', true);
    return true;
  }

  /// The end of `[==[ … ]==]`; -1 when none begins.
  private int longEnd(int open) {
    int signs = open + 1;
    while (signs < text.length() && text.charAt(signs) == '=') {
      signs++;
    }
    boolean opens = signs - open < 20 && signs < text.length() && text.charAt(signs) == '[';
    return opens ? found("]" + "=".repeat(signs - open - 1) + "]", signs + 1) : -1;
  }

  /// Behind the next place of a mark that depends on its opening; only so many of these searches may fail.
  private int found(String mark, int from) {
    int end = failed > MOST_FAILED ? -1 : text.indexOf(mark, from);
    failed += end < 0 ? 1 : 0;
    return end < 0 ? -1 : end + mark.length();
  }

  /// A text up to a line that is just the word behind the sign.
  private boolean heredoc() {
    String sign = grammar.heredoc();
    if (sign.isEmpty() || !text.startsWith(sign, at) || failed > MOST_FAILED) {
      return false;
    }
    int word = at + sign.length();
    while (word < text.length() && "-~'\"".indexOf(text.charAt(word)) >= 0) {
      word++;
    }
    int end = word;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    if (end == word || end - word > 60 || (!Character.isUpperCase(text.charAt(word)) && text.charAt(word - 1) == '<')) {
      return false;
    }
    int close = heredocEnd(text.substring(word, end), lineEnd(end) + 1);
    if (close < 0) {
      failed++;
      return false;
    }
    take(Sort.META, word > 0 && charAt(end) == text.charAt(word - 1) ? end + 1 : end);
    int line = lineEnd(at);
    // What follows the sign on its line is code.
    out.addAll(new CodeReader(grammar, text.substring(at, line)).run(), at);
    at = Math.min(line, text.length());
    take(Sort.STRING, close);
    return true;
  }

  private int heredocEnd(String word, int from) {
    int line = from;
    while (line < text.length()) {
      int end = lineEnd(line);
      String written = text.substring(line, Math.min(end, line + 200)).strip();
      if (written.equals(word) || (written.startsWith(word) && written.length() > word.length() && ";,)".indexOf(written.charAt(word.length())) >= 0)) {
        return text.indexOf(word, line) + word.length();
      }
      line = end + 1;
    }
    return -1;
  }

  private boolean regex() {
    boolean operand = lastIsWord || last == ')' || last == ']' || last == '}';
    if (!grammar.has("regex") || operand || at < noRegexBefore || peek(1) == ' ') {
      return false;
    }
    int line = lineEnd(at);
    boolean inClass = false;
    for (int i = at + 1; i < line; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        int end = i + 1;
        while (end < line && Character.isLetter(text.charAt(end))) {
          end++;
        }
        take(Sort.STRING, end);
        note('/', true);
        return true;
      }
    }
    noRegexBefore = line;
    return false;
  }

  // Names and numbers

  private boolean sigil(char c) {
    Sort sort = grammar.sigils().get(c);
    if (sort == null || (at > 0 && c != '$' && isPart(text.charAt(at - 1)))) {
      return false;
    }
    int end = at + 1;
    if (end < text.length() && text.charAt(end) == c && c == '@') {
      end++;
    }
    boolean braces = c == '$' && end < text.length() && text.charAt(end) == '{';
    if (braces) {
      int close = text.indexOf('}', end, Math.min(lineEnd(end), end + 200));
      end = close < 0 ? end + 1 : close + 1;
    } else {
      int from = end;
      while (end < text.length() && (isPart(text.charAt(end)) || (text.charAt(end) == '.' && sort == Sort.META && isLetter(charAt(end + 1))))) {
        end++;
      }
      if (end == from && c == '$' && end < text.length() && "?!#@*$-".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (end == from) {
        return false;
      }
    }
    take(sort, end);
    note('a', true);
    return true;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\n';
  }

  private void number() {
    int i = at;
    boolean based = text.charAt(i) == '0' && i + 1 < text.length() && "xXbBoO".indexOf(text.charAt(i + 1)) >= 0;
    boolean dot = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean sign = (c == '+' || c == '-') && !based && i > at && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E') && isDigit(charAt(i + 1));
      boolean point = c == '.' && !dot && !based && isDigit(charAt(i + 1));
      boolean base = c == '\'' && grammar.has("verilog") && Character.isLetter(charAt(i + 1));
      boolean parts = c == '\'' && grammar.has("cppraw") && Character.isLetterOrDigit(charAt(i + 1));
      dot |= point;
      if (!(isAlphanumeric(c) || c == '_' || sign || point || base || parts)) {
        break;
      }
      i++;
    }
    if (i < text.length() && text.charAt(i) == '%' && grammar.has("percent")) {
      i++;
    }
    note('0', true);
    take(Sort.LITERAL, i);
  }

  private void word(boolean begins) {
    int end = wordEnd(at + 1);
    String word = text.substring(at, end);
    if (prefixed(word, end)) {
      return;
    }
    boolean bang = grammar.has("bang") && end < text.length() && text.charAt(end) == '!' && charAt(end + 1) != '=';
    boolean member = last == '.' && at > 0 && text.charAt(at - 1) == '.';
    Optional<Sort> sort = bang ? Optional.of(Sort.FUNCTION) : sort(word, end, member, begins);
    boolean keyword = sort.equals(Optional.of(Sort.KEYWORD));
    note('a', !keyword);
    defined = keyword || defined.isEmpty() ? Optional.ofNullable(grammar.defines().get(cased(word))) : Optional.empty();
    sort.ifPresent(found -> out.add(found, at, bang ? end + 1 : end));
    at = sort.isPresent() && bang ? end + 1 : end;
  }

  /// What a word is, if it is anything in particular.
  private Optional<Sort> sort(String word, int end, boolean member, boolean begins) {
    if (!grammar.keys().isEmpty() && isKey(end)) {
      return Optional.of(Sort.NAME);
    }
    boolean free = member || (grammar.has("firstwords") && !begins);
    Optional<Sort> known = free ? Optional.empty() : Optional.ofNullable(grammar.words().get(cased(word)));
    if (known.isPresent() || defined.isPresent()) {
      return known.or(() -> defined);
    }
    if (grammar.has("calls") && charAt(end) == '(') {
      return Optional.of(Sort.FUNCTION);
    }
    boolean capital = grammar.has("capitals") && Character.isUpperCase(word.charAt(0)) && hasSmall(word);
    return capital ? Optional.of(Sort.TYPE) : Optional.empty();
  }

  private boolean isKey(int end) {
    char sign = grammar.keys().charAt(0);
    int i = end;
    while (i < text.length() && i < end + 40 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return charAt(i) == sign && charAt(i + 1) != sign && charAt(i + 1) != '>' && !(sign == ':' && charAt(i + 1) == '=');
  }

  private static boolean hasSmall(String word) {
    return word.length() == 1 || word.chars().anyMatch(Character::isLowerCase);
  }

  private boolean prefixed(String word, int end) {
    if (word.length() > 3 || end >= text.length()) {
      return false;
    }
    if (grammar.has("cppraw") && word.endsWith("R") && text.charAt(end) == '"') {
      int open = text.indexOf('(', end, Math.min(text.length(), end + 18));
      int close = open < 0 ? -1 : found(")" + text.substring(end + 1, open) + "\"", open + 1);
      if (close > 0) {
        take(Sort.STRING, close);
        note('"', true);
        return true;
      }
    }
    if (grammar.raw().contains(word) && text.charAt(end) == '#' && hashed(at, end)) {
      return true;
    }
    for (Grammar.Quoted string : grammar.strings()) {
      if (string.prefixes().contains(word) && text.startsWith(string.open(), end)) {
        quoted(string, at, end + string.open().length());
        return true;
      }
    }
    return false;
  }

  private String cased(String word) {
    return grammar.has("nocase") ? word.toLowerCase(Locale.ROOT) : word;
  }

  private boolean isLetter(char c) {
    return Character.isLetter(c) || c == '_' || grammar.letters().indexOf(c) >= 0;
  }

  private boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || grammar.letters().indexOf(c) >= 0 || grammar.inner().indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
