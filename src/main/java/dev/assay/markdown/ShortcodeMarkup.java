package dev.assay.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads what a shortcode printed: whether it can stand in a page as it is, and where the marks in it stand.
///
/// A mark is printed by a template where something belongs that is known only later: an address, a title, the text between the
/// fences. It is made of characters that no text holds, and of digits, so that nothing a template does to letters changes it.
final class ShortcodeMarkup {
  private static final char OPEN = '\uFDD0';
  private static final char CLOSE = '\uFDD1';

  /// Looking for what stands twice in a tag takes the square of its attributes.
  private static final int LONGEST_TAG = 200_000;

  private static final Set<String> EMPTY =
      Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

  /// Elements whose content is no markup.
  private static final Set<String> TEXT = Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

  private static final Set<String> OF_A_PAGE = Set.of("html", "head", "body", "base", "frameset", "frame", "plaintext");

  /// Elements that end a paragraph they open in.
  private static final Set<String> BLOCKS =
      Set.of(
          "address", "article", "aside", "blockquote", "center", "details", "dialog", "dd", "dir", "div", "dl", "dt", "fieldset", "figcaption",
          "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p",
          "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "poster", "action", "formaction", "data", "cite", "background", "xlink:href");
  private static final Set<String> CODE = Set.of("javascript", "vbscript", "data");

  private final String html;
  private final boolean inline;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final Set<String> once = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int done;

  /// A sort of mark.
  enum Sort {
    /// The text between the fences.
    BODY('0'),
    /// The address of a link.
    ADDRESS('1'),
    /// The title of the note that a link leads to.
    TITLE('2'),
    /// Words in Markdown.
    WORDS('3');

    private final char digit;

    Sort(char digit) {
      this.digit = digit;
    }

    static Optional<Sort> of(char digit) {
      return Arrays.stream(values()).filter(sort -> sort.digit == digit).findFirst();
    }
  }

  /// A stretch of what was printed.
  sealed interface Stretch {}

  /// Finished markup.
  record Finished(String html) implements Stretch {}

  /// A mark.
  record Mark(Sort sort, int index) implements Stretch {}

  /// An address from the root of the site, in an attribute.
  record Rooted(String address) implements Stretch {}

  /// What came of reading.
  sealed interface Reading {}

  /// It can stand in a page.
  ///
  /// @param ids the ids in it, in order
  record Fine(List<Stretch> stretches, List<String> ids) implements Reading {}

  /// It cannot.
  ///
  /// @param fault why, as the end of a sentence: `prints <b> and never closes it`
  record Wrong(String fault) implements Reading {}

  private ShortcodeMarkup(String html, boolean inline) {
    this.html = html;
    this.inline = inline;
  }

  /// The mark of something.
  static String mark(Sort sort, int index) {
    return Character.toString(OPEN) + sort.digit + index + CLOSE;
  }

  /// A text of a writer's without characters that make marks.
  static String unmarked(String text) {
    return text.indexOf(OPEN) < 0 && text.indexOf(CLOSE) < 0 ? text : text.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
  }

  /// Reads what was printed.
  ///
  /// @param inline whether it stands in a sentence
  static Reading read(String html, boolean inline) {
    ShortcodeMarkup markup = new ShortcodeMarkup(html, inline);
    Optional<String> fault = markup.all();
    return fault.isPresent() ? new Wrong(fault.get()) : new Fine(List.copyOf(markup.stretches), List.copyOf(markup.ids));
  }

  private Optional<String> all() {
    if (html.contains("%EF%B7%90") || html.contains("%EF%B7%91")) {
      return Optional.of("changes an address that is not known yet (?url); print it as it is, into an attribute");
    }
    RawTags raw = new RawTags(html);
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == OPEN) {
        Optional<String> fault = mark(at, false);
        if (fault.isPresent()) {
          return fault;
        }
        at = done;
      } else if (c == '<') {
        int end = raw.end(at);
        if (end - at > LONGEST_TAG) {
          return Optional.of("prints a tag of more than " + LONGEST_TAG + " characters");
        }
        if (end < 0) {
          return Optional.of("prints a '<' that begins no tag: " + shown(at));
        }
        Optional<String> fault = tag(raw, at, end);
        if (fault.isPresent()) {
          return fault;
        }
        at = Math.max(end, done);
      } else {
        at++;
      }
    }
    finish(html.length());
    return open.isEmpty() ? Optional.empty() : Optional.of("prints <" + open.peek() + "> and never closes it");
  }

  private String shown(int at) {
    return html.substring(at, Math.min(html.length(), at + 20)).replaceAll("[\\s\uFDD0\uFDD1]+", " ").strip();
  }

  private void finish(int to) {
    if (to > done) {
      stretches.add(new Finished(html.substring(done, to)));
    }
    done = to;
  }

  /// Takes a mark.
  ///
  /// @param attribute whether it stands in an attribute's value
  private Optional<String> mark(int at, boolean attribute) {
    int close = html.indexOf(CLOSE, at);
    String digits = close < 0 ? "" : html.substring(at + 1, close);
    Optional<Sort> found = digits.matches("[0-9]{2,10}") ? Sort.of(digits.charAt(0)) : Optional.empty();
    if (found.isEmpty()) {
      return Optional.of("prints a part of an address or of its body only; print it whole");
    }
    Sort sort = found.get();
    boolean markup = sort == Sort.BODY || sort == Sort.WORDS;
    if (markup && attribute) {
      return Optional.of("prints Markdown into an attribute; a parameter of type 'text' can stand there");
    }
    if (markup && !once.add(digits)) {
      return Optional.of(sort == Sort.BODY ? "prints its body twice" : "prints a parameter of type 'markdown' twice");
    }
    finish(at);
    stretches.add(new Mark(sort, Integer.parseInt(digits.substring(1))));
    done = close + 1;
    return Optional.empty();
  }

  private Optional<String> tag(RawTags raw, int at, int end) {
    char second = html.charAt(at + 1);
    if (second == '!' || second == '?') {
      boolean comment = html.startsWith("<!--", at) && html.substring(at, end).indexOf(OPEN) < 0;
      return comment ? Optional.empty() : Optional.of("prints '" + shown(at) + "', which cannot stand in a page's text");
    }
    boolean closing = second == '/';
    int nameAt = at + (closing ? 2 : 1);
    int nameEnd = raw.nameEnd(nameAt);
    String name = html.substring(nameAt, nameEnd).toLowerCase(Locale.ROOT);
    if (closing) {
      return closed(name);
    }
    if (OF_A_PAGE.contains(name)) {
      return Optional.of("prints <" + name + ">, which only a whole page has");
    }
    if (inline && BLOCKS.contains(name)) {
      return Optional.of("prints <" + name + ">, which cannot stand in a sentence");
    }
    Optional<String> fault = attributes(nameEnd, end);
    if (fault.isPresent()) {
      return fault;
    }
    boolean ended = html.charAt(end - 2) == '/';
    if (EMPTY.contains(name) || (ended && !html.startsWith("<" + name + "/", at) && isForeign())) {
      return Optional.empty();
    }
    open.push(name);
    return TEXT.contains(name) ? text(name, end) : Optional.empty();
  }

  /// In drawings and formulas, elements may end where they begin.
  private boolean isForeign() {
    return open.contains("svg") || open.contains("math");
  }

  private Optional<String> closed(String name) {
    if (EMPTY.contains(name)) {
      return Optional.of("prints </" + name + ">, but <" + name + "> has no end");
    }
    if (open.isEmpty() || !open.peek().equals(name)) {
      return Optional.of(open.isEmpty() ? "prints </" + name + ">, which closes nothing" : "prints </" + name + "> where <" + open.peek() + "> is open");
    }
    open.pop();
    return Optional.empty();
  }

  /// Passes over what is no markup. Marks in it would be read by nobody.
  private Optional<String> text(String name, int from) {
    int close = RawWriter.indexOfClosing(html, name, from);
    if (close < 0) {
      return Optional.of("prints <" + name + "> and never closes it");
    }
    if (html.substring(from, close).indexOf(OPEN) >= 0) {
      return Optional.of("prints an address, a title or its body inside <" + name + ">, where it is not known yet");
    }
    open.pop();
    finish(from);
    int end = html.indexOf('>', close);
    if (end < 0) {
      return Optional.of("prints </" + name + " without an end");
    }
    finish(end + 1);
    return Optional.empty();
  }

  private Optional<String> attributes(int from, int end) {
    for (RawWriter.RawAttribute attribute : RawWriter.attributes(html, from, end)) {
      Optional<String> fault = attribute(attribute);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<String> attribute(RawWriter.RawAttribute attribute) {
    String value = attribute.value();
    boolean doubled = attribute.valueStart() > 0 && html.charAt(attribute.valueStart() - 1) == '"';
    if (attribute.name().equals("id")) {
      ids.add(value);
    }
    int mark = html.indexOf(OPEN, attribute.start());
    if (mark >= 0 && mark < attribute.end()) {
      if (!doubled || mark < attribute.valueStart()) {
        return Optional.of("prints an address into an attribute without double quotes");
      }
      String before = Schemes.scheme(Schemes.cleaned(html.substring(attribute.valueStart(), mark)));
      if (ADDRESSES.contains(attribute.name()) && CODE.contains(before)) {
        return Optional.of("prints an address that could run code: " + attribute.name() + "=\"" + before + ":…\"");
      }
      for (; mark >= 0 && mark < attribute.end(); mark = html.indexOf(OPEN, done)) {
        Optional<String> fault = mark(mark, true);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    }
    if (!ADDRESSES.contains(attribute.name())) {
      return Optional.empty();
    }
    String cleaned = Schemes.cleaned(value);
    boolean picture = Schemes.scheme(cleaned).equals("data") && Schemes.mayShow(cleaned);
    if (CODE.contains(Schemes.scheme(cleaned)) && !picture) {
      return Optional.of("prints an address that could run code: " + attribute.name() + "=\"" + Schemes.scheme(cleaned) + ":…\"");
    }
    boolean rooted = value.startsWith("/") && !value.startsWith("//") && !value.startsWith("/\\");
    if (rooted && !doubled) {
      return Optional.of("prints an address without double quotes");
    }
    if (rooted) {
      finish(attribute.valueStart());
      stretches.add(new Rooted(value));
      done = attribute.end() - 1;
    }
    return Optional.empty();
  }
}
