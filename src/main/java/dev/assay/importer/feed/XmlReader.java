package dev.assay.importer.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A forgiving pull reader of XML. It reads a document once, from front to back, in linear time and without recursion,
/// and keeps only the elements that are open.
///
/// Forgiven, and counted where it matters: bare ampersands, entities of HTML, characters that XML forbids, attributes
/// without quotes, end tags that are missing or match nothing. Refused: a DOCTYPE that defines entities, since what it
/// can grow to has no bound. Any other DOCTYPE is passed over; nothing is ever fetched.
final class XmlReader {
  private static final int MOST_OPEN = 200_000;
  /// A text that is longer is not read: it is longer than what a note may have.
  static final int MOST_TEXT = 8_000_000;

  private final String text;
  private final XmlText characters = new XmlText();
  private final List<Frame> open = new ArrayList<>();
  private final Map<String, Integer> openNames = new HashMap<>();
  private final Map<String, String> namespaces = new HashMap<>();
  private int at;
  private int mismatches;
  private boolean doctype;
  private boolean cutOff;
  private boolean endPending;

  /// An element that is open.
  ///
  /// @param declared what its namespace prefixes stood for before it, to be restored behind it
  private record Frame(String name, String written, Map<String, String> declared) {}

  /// What the reader comes upon. Names have our own prefixes, see [Namespaces], and lower case.
  sealed interface Token {
    record Start(String name, Map<String, String> attributes, int offset) implements Token {}

    record End(String name) implements Token {}

    record Text(String text) implements Token {}

    record Finished() implements Token {}
  }

  XmlReader(String text) {
    this.text = text;
  }

  XmlText characters() {
    return characters;
  }

  int mismatches() {
    return mismatches;
  }

  /// Whether a DOCTYPE was passed over.
  boolean hasDoctype() {
    return doctype;
  }

  /// Whether the text ended inside an element.
  boolean isCutOff() {
    return cutOff;
  }

  /// How many elements are open.
  int depth() {
    return open.size();
  }

  /// The line, 1 for the first, that the reader has come to.
  int line() {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  /// Moves on.
  Token next() throws RefusedException {
    if (endPending) {
      endPending = false;
      return pop();
    }
    while (at < text.length()) {
      int from = at;
      if (text.charAt(at) != '<' || !isMarkup(at)) {
        int next = at + 1;
        int markup = text.indexOf('<', next);
        while (markup >= 0 && !isMarkup(markup)) {
          markup = text.indexOf('<', markup + 1);
        }
        at = markup < 0 ? text.length() : markup;
        return new Token.Text(at - from > MOST_TEXT ? tooLong() : characters.decoded(text, from, at));
      }
      Token found = markup();
      if (!(found instanceof Token.Finished)) {
        return found;
      }
    }
    if (!open.isEmpty()) {
      cutOff = true;
      return pop();
    }
    return new Token.Finished();
  }

  /// What stands for a text that is not read: as long, so that whoever gets it refuses it for its length.
  private static String tooLong() {
    return "x".repeat(MOST_TEXT);
  }

  /// A `<` that begins something; any other is text.
  private boolean isMarkup(int lt) {
    if (lt + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(lt + 1);
    return isNameStart(c) || c == '!' || c == '?' || (c == '/' && lt + 2 < text.length() && isNameStart(text.charAt(lt + 2)));
  }

  /// Reads markup; [Token.Finished] stands for something that says nothing.
  private Token markup() throws RefusedException {
    if (text.startsWith("<!--", at)) {
      at = behind("-->", at + 4);
      return new Token.Finished();
    }
    if (text.startsWith("<![CDATA[", at)) {
      int from = at + 9;
      int close = text.indexOf("]]>", from);
      cutOff |= close < 0;
      int end = close < 0 ? text.length() : close;
      at = close < 0 ? end : close + 3;
      return new Token.Text(end - from > MOST_TEXT ? tooLong() : characters.literal(text, from, end));
    }
    if (text.startsWith("<?", at)) {
      at = behind("?>", at + 2);
      return new Token.Finished();
    }
    if (text.startsWith("<!", at)) {
      declaration();
      return new Token.Finished();
    }
    return text.charAt(at + 1) == '/' ? endTag() : startTag();
  }

  private int behind(String mark, int from) {
    int end = text.indexOf(mark, from);
    cutOff |= end < 0;
    return end < 0 ? text.length() : end + mark.length();
  }

  private void declaration() throws RefusedException {
    int from = at;
    int end = at + 2;
    boolean subset = false;
    while (end < text.length() && (subset || text.charAt(end) != '>')) {
      subset = subset ? text.charAt(end) != ']' : text.charAt(end) == '[';
      end++;
    }
    String written = text.substring(from, end);
    if (written.contains("<!ENTITY")) {
      throw new RefusedException(
          "the DOCTYPE on line " + line() + " defines entities, so the file is not read: entities can grow without bound",
          "remove the lines that begin with <!ENTITY, and write what they stand for");
    }
    doctype |= written.regionMatches(true, 0, "<!DOCTYPE", 0, 9);
    at = Math.min(text.length(), end + 1);
  }

  private Token startTag() throws RefusedException {
    int offset = at;
    int nameEnd = nameEnd(at + 1);
    String written = text.substring(at + 1, nameEnd);
    Map<String, String> attributes = new LinkedHashMap<>();
    at = nameEnd;
    boolean empty = attributes(attributes);
    Map<String, String> before = declare(attributes);
    String name = resolved(written, true);
    if (open.size() >= MOST_OPEN) {
      throw new RefusedException("more than " + MOST_OPEN + " elements are open in one another on line " + line(), "");
    }
    open.add(new Frame(name, written, before));
    openNames.merge(written, 1, Integer::sum);
    endPending = empty;
    return new Token.Start(name, named(attributes), offset);
  }

  /// Attributes whose prefix is declared get ours; `xml:base` and the like stay.
  private Map<String, String> named(Map<String, String> attributes) {
    if (attributes.keySet().stream().noneMatch(name -> name.indexOf(':') > 0 && !name.startsWith("xml"))) {
      return attributes;
    }
    Map<String, String> named = new LinkedHashMap<>();
    attributes.forEach((name, value) -> named.put(name.startsWith("xml") ? name : resolved(name, false), value));
    return named;
  }

  private boolean attributes(Map<String, String> attributes) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        return false;
      }
      if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '>') {
        at += 2;
        return true;
      }
      if (c == '<') {
        // A tag that is never closed: what follows is the next one.
        return false;
      }
      if (isNameStart(c)) {
        attribute(attributes);
      } else {
        at++;
      }
    }
    cutOff = true;
    return false;
  }

  private void attribute(Map<String, String> attributes) {
    int end = nameEnd(at);
    String name = text.substring(at, end).toLowerCase(Locale.ROOT);
    int equals = space(end);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      attributes.putIfAbsent(name, "");
      at = end;
      return;
    }
    int from = space(equals + 1);
    char quote = from < text.length() ? text.charAt(from) : ' ';
    int to;
    if (quote == '"' || quote == '\'') {
      from++;
      to = text.indexOf(quote, from);
      to = to < 0 ? text.length() : to;
      at = Math.min(text.length(), to + 1);
    } else {
      to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && text.charAt(to) != '>') {
        to++;
      }
      at = to;
    }
    attributes.putIfAbsent(name, characters.decoded(text, from, to));
  }

  private Map<String, String> declare(Map<String, String> attributes) {
    Map<String, String> before = Map.of();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        before = before.isEmpty() ? new HashMap<>() : before;
        String prefix = name.equals("xmlns") ? "" : name.substring(6);
        before.put(prefix, namespaces.getOrDefault(prefix, ""));
        namespaces.put(prefix, attribute.getValue());
      }
    }
    return before;
  }

  private String resolved(String written, boolean element) {
    String lower = written.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    String prefix = colon < 0 ? "" : lower.substring(0, colon);
    String local = lower.substring(colon + 1);
    if (prefix.isEmpty() && !element) {
      return local;
    }
    String ours = Namespaces.prefix(namespaces.getOrDefault(prefix, ""), prefix);
    return ours.isEmpty() ? local : ours + ":" + local;
  }

  private Token endTag() {
    int nameEnd = nameEnd(at + 2);
    String written = text.substring(at + 2, nameEnd);
    int close = text.indexOf('>', nameEnd);
    int next = text.indexOf('<', nameEnd);
    int end = close < 0 || (next >= 0 && next < close) ? nameEnd : close + 1;
    if (openNames.getOrDefault(written, 0) == 0) {
      mismatches++;
      at = end;
      return new Token.Finished();
    }
    if (!open.getLast().written().equals(written)) {
      // What is still open inside ends here, too; this end tag is read again when they are closed.
      mismatches++;
      return pop();
    }
    at = end;
    return pop();
  }

  private Token pop() {
    Frame frame = open.removeLast();
    openNames.merge(frame.written(), -1, Integer::sum);
    frame.declared().forEach(namespaces::put);
    return new Token.End(frame.name());
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int space(int from) {
    int end = from;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }
}
