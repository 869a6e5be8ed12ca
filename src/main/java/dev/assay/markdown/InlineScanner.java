package dev.assay.markdown;

import dev.assay.claim.cite.CitationText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the text of one block: emphasis, links, code, roles and the rest, by CommonMark's rules and the extensions
/// of the note format. Linear in the length of the text: every search that fails is remembered or bounded.
final class InlineScanner {
  private static final int DEEPEST_LINK = 16;
  private static final int LONGEST_ROLE = 40;

  private final Prose prose;
  private final String text;
  private final Labels labels;
  private final Set<String> roles;
  private final boolean formulas;
  private final Numbered numbered;
  private final Found found;

  private final InlineItem ring = InlineItem.ring();
  private final Emphasis emphasis = new Emphasis();
  private final Deque<Bracket> brackets = new ArrayDeque<>();
  private final BacktickRuns backticks;
  private final RawTags rawTags;
  private final TitleQuotes quotes;
  /// Brackets below this level hold a link already. Links hold no links, so only images can open there.
  private int linkFloor;
  private int at;
  private int textStart;

  /// What the scanner comes upon that is not right.
  interface Found {
    /// A label in a form that only a reference has, defined nowhere.
    void undefined(String label, int start, int end, boolean footnote);

    /// A word in braces before code, which is no role: it stays text.
    void unknownRole(String name, int start, int end);

    /// Emphasis that is nested too deeply.
    void tooDeep();
  }

  /// An open bracket.
  private static final class Bracket {
    final InlineItem item;
    final int runs;
    final int textFrom;
    final int level;
    boolean bracketInside;

    Bracket(InlineItem item, int runs, int textFrom, int level) {
      this.item = item;
      this.runs = runs;
      this.textFrom = textFrom;
      this.level = level;
    }
  }

  private InlineScanner(Prose prose, Labels labels, Set<String> roles, boolean formulas, Numbered numbered, Found found) {
    this.prose = prose;
    this.text = prose.text();
    this.labels = labels;
    this.roles = roles;
    this.formulas = formulas;
    this.numbered = numbered;
    this.found = found;
    this.backticks = new BacktickRuns(text);
    this.rawTags = new RawTags(text);
    this.quotes = new TitleQuotes(text);
  }

  /// Reads a text.
  ///
  /// @param roles    the names of roles
  /// @param formulas whether dollar signs may enclose formulas
  /// @param numbered what sentences may speak of by a name
  static List<Inline> read(Prose prose, Labels labels, Set<String> roles, boolean formulas, Numbered numbered, Found found) {
    return new InlineScanner(prose, labels, roles, formulas, numbered, found).run();
  }

  private List<Inline> run() {
    while (at < text.length()) {
      if (!step(text.charAt(at))) {
        at++;
      }
    }
    flush(at);
    emphasis.resolve(0);
    if (emphasis.tooDeep()) {
      found.tooDeep();
    }
    return InlineItem.list(ring.next(), ring);
  }

  /// Reads what begins here; false when it is an ordinary character.
  private boolean step(char c) {
    return switch (c) {
      case '\\' -> backslash();
      case '\n' -> newline();
      case '`' -> code();
      case '*', '_' -> run(c);
      case '~' -> tilde();
      case '^' -> script('^');
      case '[' -> openBracket(1);
      case '!' -> at + 1 < text.length() && text.charAt(at + 1) == '[' && !isFootnote(at + 1) && openBracket(2);
      case ']' -> closeBracket();
      case '<' -> angle();
      case '&' -> entity();
      case '{' -> brace();
      case '$' -> formula();
      case ':' -> bare(BareAddress.atColon(text, textStart, at));
      case 'w' -> bare(BareAddress.atWww(text, textStart, at));
      case '@' -> bare(BareAddress.atMail(text, textStart, at)) || reference(at + 1, at, false) || citation(CitationText.inText(text, at));
      default -> false;
    };
  }

  private void flush(int to) {
    if (to > textStart) {
      InlineItem.of(new Inline.Text(textStart, to), 0).insertBefore(ring);
    }
  }

  private boolean add(Inline inline) {
    flush(inline.start());
    InlineItem.of(inline, 0).insertBefore(ring);
    at = inline.end();
    textStart = at;
    return true;
  }

  private boolean backslash() {
    if (at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    if (next == '\n') {
      return add(new Inline.HardBreak(at, at + 2));
    }
    return Markup.isAsciiPunctuation(next)
        && add(new Inline.Literal(at, at + 2, Character.toString(next)));
  }

  private boolean newline() {
    int spaces = at;
    while (spaces > textStart && text.charAt(spaces - 1) == ' ') {
      spaces--;
    }
    return add(at - spaces >= 2 ? new Inline.HardBreak(spaces, at + 1) : new Inline.SoftBreak(spaces, at + 1));
  }

  private boolean code() {
    int open = BacktickRuns.runEnd(text, at);
    int close = backticks.close(open, open - at);
    if (close < 0) {
      at = open;
      return true;
    }
    return add(new Inline.Code(at, close, codeText(open, close - (open - at))));
  }

  private String codeText(int from, int to) {
    String code = text.substring(from, to).replace('\n', ' ');
    boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
    return padded ? code.substring(1, code.length() - 1) : code;
  }

  private boolean run(char mark) {
    int end = at;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    InlineItem run = EmphasisRun.at(text, at, end);
    flush(at);
    run.insertBefore(ring);
    emphasis.add(run);
    at = end;
    textStart = at;
    return true;
  }

  private boolean tilde() {
    int end = at;
    while (end < text.length() && text.charAt(end) == '~') {
      end++;
    }
    if (end - at == 2) {
      return run('~');
    }
    if (end - at == 1) {
      return script('~');
    }
    at = end;
    return true;
  }

  /// Sub- and superscript: a mark, no white space, a mark. `10~15%` is a range, so a tilde between digits opens none.
  private boolean script(char mark) {
    int close = at + 1;
    while (close < text.length() && text.charAt(close) != mark && !Character.isWhitespace(text.charAt(close))) {
      close++;
    }
    boolean closed = close < text.length() && text.charAt(close) == mark && close > at + 1;
    boolean doubled = closed && close + 1 < text.length() && text.charAt(close + 1) == mark;
    boolean range =
        mark == '~' && closed && at > 0 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    if (!closed || doubled || range) {
      return false;
    }
    List<Inline> children = List.of(new Inline.Literal(at + 1, close, Markup.decode(text.substring(at + 1, close))));
    return add(
        mark == '~'
            ? new Inline.Subscript(at, close + 1, children)
            : new Inline.Superscript(at, close + 1, children));
  }

  private boolean openBracket(int length) {
    if (length == 1 && (footnote() || bracketed() || citation(CitationText.inBrackets(text, at)))) {
      return true;
    }
    flush(at);
    InlineItem item = InlineItem.bracket(at, at + length, length == 2);
    item.insertBefore(ring);
    if (!brackets.isEmpty()) {
      brackets.peek().bracketInside = true;
    }
    linkFloor = Math.min(linkFloor, brackets.size());
    brackets.push(new Bracket(item, emphasis.mark(), at + length, brackets.size()));
    at += length;
    textStart = at;
    return true;
  }

  /// `@fig-x`: what is numbered under a name.
  private boolean reference(int name, int start, boolean numberOnly) {
    Optional<Numbered.Spoken> spoken = numbered.at(text, name);
    boolean word = start > 0 && text.charAt(start) == '@' && text.charAt(start - 1) < 0x80 && Character.isLetterOrDigit(text.charAt(start - 1));
    return spoken.isPresent() && !word && add(new Inline.Reference(start, spoken.get().end() + (text.charAt(start) == '[' ? 1 : 0), spoken.get().id(), numberOnly));
  }

  /// `[@fig-x]`, or `[-@fig-x]` for the number alone.
  private boolean bracketed() {
    boolean numberOnly = text.startsWith("[-@", at);
    int name = at + (numberOnly ? 3 : 2);
    if (!numberOnly && !text.startsWith("[@", at)) {
      return false;
    }
    Optional<Numbered.Spoken> spoken = numbered.at(text, name);
    boolean closed = spoken.isPresent() && spoken.get().end() < text.length() && text.charAt(spoken.get().end()) == ']';
    return closed && reference(name, at, numberOnly);
  }

  private boolean citation(Optional<CitationText.Found> found) {
    int start = at;
    return found.isPresent()
        && labels.reference(text.substring(start + 1, found.get().end() - 1)).isEmpty()
        && add(new Inline.Cite(start, found.get().end(), found.get().citation()));
  }

  /// The label of a footnote's mark that opens at an index; empty when none does.
  private String footnoteLabel(int open) {
    int end = open + 2 >= text.length() || text.charAt(open + 1) != '^' ? -1 : LinkSyntax.labelEnd(text, open);
    String label = end < 0 ? "" : text.substring(open + 2, end - 1);
    return label.chars().anyMatch(Character::isWhitespace) ? "" : label;
  }

  /// Whether a footnote is marked at an index: behind an exclamation mark it is no picture.
  private boolean isFootnote(int open) {
    String label = footnoteLabel(open);
    return !label.isEmpty() && labels.footnote(label).isPresent();
  }

  private boolean footnote() {
    String label = footnoteLabel(at);
    if (label.isEmpty()) {
      return false;
    }
    int end = LinkSyntax.labelEnd(text, at);
    if (labels.footnote(label).isEmpty()) {
      found.undefined(label, at, end, true);
      return false;
    }
    return add(new Inline.FootnoteMark(at, end, label));
  }

  private boolean closeBracket() {
    Bracket bracket = brackets.poll();
    if (bracket == null) {
      return false;
    }
    if (bracket.level < linkFloor && !bracket.item.image) {
      return false;
    }
    Optional<LinkTail> tail = tail(bracket);
    if (tail.isEmpty()) {
      return false;
    }
    flush(at);
    emphasis.resolve(bracket.runs);
    InlineItem first = bracket.item.next();
    int depth = InlineItem.depth(first, ring) + 1;
    List<Inline> children = InlineItem.cut(first, ring);
    int start = bracket.item.start;
    Inline.Address address = tail.get().address();
    Inline inline =
        bracket.item.image
            ? new Inline.Image(start, tail.get().end(), address, children)
            : new Inline.Link(start, tail.get().end(), address, children);
    bracket.item.unlink();
    InlineItem.of(inline, depth).insertBefore(ring);
    at = tail.get().end();
    textStart = at;
    if (!bracket.item.image) {
      linkFloor = brackets.size();
    } else if (depth > DEEPEST_LINK) {
      brackets.clear();
    }
    return true;
  }

  private Optional<LinkTail> tail(Bracket bracket) {
    Optional<LinkTail> inline = LinkTail.inline(prose, at + 1, quotes);
    if (inline.isPresent()) {
      return inline;
    }
    int labelEnd = at + 1 < text.length() && text.charAt(at + 1) == '[' ? LinkSyntax.labelEnd(text, at + 1) : -1;
    if (labelEnd > at + 3) {
      String label = text.substring(at + 2, labelEnd - 1);
      Optional<Inline.Address> address = labels.reference(label);
      if (address.isEmpty()) {
        found.undefined(label, at + 1, labelEnd, false);
      }
      return address.map(found -> new LinkTail(found, labelEnd));
    }
    if (bracket.bracketInside || at - bracket.textFrom > 999) {
      return Optional.empty();
    }
    int end = labelEnd == at + 3 ? labelEnd : at + 1;
    return labels.reference(text.substring(bracket.textFrom, at)).map(address -> new LinkTail(address, end));
  }

  private boolean angle() {
    Optional<Inline.AutoLink> link = BareAddress.inAngles(text, at);
    if (link.isPresent()) {
      return add(link.get());
    }
    int end = rawTags.end(at);
    return end > at && add(new Inline.RawHtml(at, end));
  }

  private boolean entity() {
    int end = Markup.entityEnd(text, at);
    return end > 0 && add(new Inline.Literal(at, end, Markup.entity(text.substring(at, end))));
  }

  /// A role, or attributes in braces.
  private boolean brace() {
    int close = at + 1;
    int limit = Math.min(text.length(), at + LONGEST_ROLE);
    while (close < limit && (Character.isLetterOrDigit(text.charAt(close)) || text.charAt(close) == '-')) {
      close++;
    }
    boolean word = close > at + 1 && close < text.length() && text.charAt(close) == '}';
    boolean role = word && close + 1 < text.length() && text.charAt(close + 1) == '`';
    if (role && !roles.contains(text.substring(at + 1, close))) {
      found.unknownRole(text.substring(at + 1, close), at + 1, close);
    } else if (role) {
      int open = BacktickRuns.runEnd(text, close + 1);
      int end = backticks.close(open, open - close - 1);
      if (end > 0) {
        String expression = codeText(open, end - (open - close - 1)).strip();
        return add(new Inline.Role(at, end, text.substring(at + 1, close), expression, open));
      }
    }
    int end = Attributes.end(text, at);
    return end > 0 && add(new Inline.Braces(at, end));
  }

  private boolean formula() {
    Optional<Dollars.Found> math = formulas ? Dollars.at(text, at) : Optional.empty();
    if (math.isEmpty()) {
      return false;
    }
    Dollars.Found found = math.get();
    return add(new Inline.Formula(at, found.end(), found.from(), found.to(), found.display()));
  }

  private boolean bare(Optional<Inline.AutoLink> link) {
    return link.isPresent() && add(link.get());
  }
}
