package dev.assay.markdown;

import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes raw HTML from a note. Each tag is read, judged and written anew, so nothing reaches the page that was not
/// understood; tags that stay open are closed where their block ends.
final class RawWriter {
  private static final String TRUST = "a site that trusts its notes sets 'html: trusted' in site.yaml";

  private final Draft draft;
  private final Output out;
  private final boolean trusted;
  private final TrustedWriter whole;
  private boolean cell;

  RawWriter(Draft draft, Output out, boolean trusted, PolicyCheck policy) {
    this.whole = new TrustedWriter(draft, out, policy);
    this.draft = draft;
    this.out = out;
    this.trusted = trusted;
  }

  /// Writes a block of raw HTML.
  void block(Prose prose, TagStack tags) {
    String text = prose.text();
    if (trusted) {
      whole.write(prose, 0, text.length());
      return;
    }
    RawTags raw = new RawTags(text);
    int from = 0;
    int at = text.indexOf('<');
    while (at >= 0) {
      int end = raw.end(at);
      if (end < 0) {
        if (isUnclosed(text, at)) {
          textBetween(text, from, at);
          unclosed(prose, at);
          tags.closeUnspanned(out);
          return;
        }
        at = text.indexOf('<', at + 1);
        continue;
      }
      textBetween(text, from, at);
      from = tag(prose, at, end, tags, true);
      at = text.indexOf('<', from);
    }
    textBetween(text, from, text.length());
    tags.closeUnspanned(out);
  }

  /// Writes one raw tag inside a sentence.
  void inline(Prose prose, int start, int end, TagStack tags) {
    if (trusted) {
      whole.write(prose, start, end);
    } else {
      tag(prose, start, end, tags, false);
    }
  }

  /// Writes what may stand in the cell of a table: blocks too.
  <T> T inCell(Supplier<T> content) {
    boolean outer = cell;
    cell = true;
    try {
      return content.get();
    } finally {
      cell = outer;
    }
  }

  private static boolean isUnclosed(String text, int at) {
    return text.startsWith("<!--", at) || text.startsWith("<![CDATA[", at) || text.startsWith("<?", at);
  }

  private void unclosed(Prose prose, int at) {
    String text = prose.text();
    String opening = text.startsWith("<!--", at) ? "<!--" : text.startsWith("<?", at) ? "<?" : "<![CDATA[";
    int start = prose.offset(at);
    draft.removed(start, start + opening.length(), "'" + opening + "' is never closed, so everything below it is shown as text",
        "close it, or write &lt; for a plain sign");
    out.html("<pre>");
    textBetween(text, at, text.length());
    out.html("</pre>\n");
  }

  private void textBetween(String text, int from, int to) {
    out.text(Markup.decodeEntities(text.substring(from, to)));
  }

  /// Writes a tag, or leaves it out.
  ///
  /// @return where to go on: behind the tag, or behind the content that goes with it
  private int tag(Prose prose, int start, int end, TagStack tags, boolean block) {
    String text = prose.text();
    char second = text.charAt(start + 1);
    if (second == '!' || second == '?') {
      if (!text.startsWith("<!--", start)) {
        int word = start + 2;
        while (word < end && !Character.isWhitespace(text.charAt(word)) && text.charAt(word) != '>' && word < start + 40) {
          word++;
        }
        int from = prose.offset(start);
        draft.removedOften(from, from + 2, "'" + text.substring(start, word) + "' was left out", TRUST);
      }
      return end;
    }
    boolean closing = second == '/';
    RawTags raw = new RawTags(text);
    int nameStart = start + (closing ? 2 : 1);
    int nameEnd = raw.nameEnd(nameStart);
    String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    if (RawHtml.isSwallowed(name)) {
      return swallowed(prose, start, end, name, closing, block);
    }
    boolean here = block || RawHtml.isPhrasing(name) || (cell && RawHtml.mayStandInCell(name));
    if (!RawHtml.isAllowed(name) || !here) {
      removed(prose, nameStart, nameEnd, RawHtml.isAllowed(name)
          ? "<" + name + "> cannot stand inside a sentence, so it is shown as text"
          : "<" + name + "> is not among the tags that notes may use, so it is shown as text");
      out.text(text, start, end);
      return end;
    }
    if (closing) {
      if (!tags.close(name, out) && !RawHtml.isEmpty(name)) {
        removed(prose, start, end, "</" + name + "> closes nothing that is open here");
      }
      return end;
    }
    open(prose, name, nameEnd, end, tags);
    return end;
  }

  private int swallowed(Prose prose, int start, int end, String name, boolean closing, boolean block) {
    String text = prose.text();
    if (closing) {
      return end;
    }
    removed(prose, start, start + 1 + name.length(), "<" + name + "> was left out");
    if (!block) {
      return end;
    }
    int close = indexOfClosing(text, name, end);
    if (close < 0) {
      return text.length();
    }
    int behind = text.indexOf('>', close);
    return behind < 0 ? text.length() : behind + 1;
  }

  static int indexOfClosing(String text, String name, int from) {
    String closing = "</" + name;
    for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
      if (text.regionMatches(true, at, closing, 0, closing.length())) {
        return at;
      }
    }
    return -1;
  }

  private void open(Prose prose, String name, int from, int end, TagStack tags) {
    if (!RawHtml.isEmpty(name) && !tags.open(name)) {
      removed(prose, from - name.length(), from, "<" + name + "> was left out, because too many elements are open here");
      return;
    }
    List<RawAttribute> attributes = attributes(prose.text(), from, end);
    if (name.equals("img")) {
      picture(prose, from, end, attributes);
      return;
    }
    out.html("<" + name);
    for (RawAttribute attribute : attributes) {
      attribute(prose, name, attribute);
    }
    out.html(">");
  }

  private void picture(Prose prose, int from, int end, List<RawAttribute> attributes) {
    String alt = "";
    boolean hasAlt = false;
    int link = -1;
    StringBuilder more = new StringBuilder();
    for (RawAttribute attribute : attributes) {
      switch (attribute.name()) {
        case "alt" -> {
          hasAlt = true;
          alt = attribute.value();
        }
        case "src" -> link = address(prose, "img", attribute);
        default -> more.append(markup(prose, "img", attribute));
      }
    }
    if (!hasAlt) {
      int start = prose.offset(from);
      draft.wordless(start - 3, start + Math.max(1, end - from));
    }
    if (link >= 0) {
      out.hole(new Piece.Picture(link, Markup.seen(alt), more.toString()));
    } else {
      out.html("<img alt=").quoted(alt).html(more.toString()).html(">");
    }
  }

  /// An attribute as it was written.
  record RawAttribute(String name, String value, int start, int valueStart, int end) {}

  static List<RawAttribute> attributes(String text, int from, int end) {
    List<RawAttribute> attributes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    RawTags raw = new RawTags(text);
    int at = raw.spaceEnd(from);
    while (at < end && text.charAt(at) != '>' && text.charAt(at) != '/') {
      int nameEnd = raw.attributeNameEnd(at);
      int to = raw.attributeEnd(at);
      String name = text.substring(at, nameEnd).toLowerCase(Locale.ROOT);
      int value = to > nameEnd ? raw.spaceEnd(raw.spaceEnd(nameEnd) + 1) : to;
      boolean quoted = value < to && (text.charAt(value) == '"' || text.charAt(value) == '\'');
      String written = quoted ? text.substring(value + 1, to - 1) : text.substring(value, to);
      if (names.add(name)) {
        attributes.add(new RawAttribute(name, Markup.decodeEntities(written), at, quoted ? value + 1 : value, to));
      }
      at = raw.spaceEnd(to);
    }
    return attributes;
  }

  private void attribute(Prose prose, String tag, RawAttribute attribute) {
    boolean leads = attribute.name().equals("href") || attribute.name().equals("src");
    if (!leads || !RawHtml.isAllowed(tag, attribute.name())) {
      out.html(markup(prose, tag, attribute));
      return;
    }
    int link = address(prose, tag, attribute);
    if (link >= 0) {
      out.html(" " + attribute.name() + "=\"").hole(new Piece.Target(link)).html("\"");
    }
  }

  /// An attribute that leads nowhere as markup with a space before it; empty for one that is left out.
  private String markup(Prose prose, String tag, RawAttribute attribute) {
    String name = attribute.name();
    String value = attribute.value();
    if (name.equals("align") && value.matches("(?i)left|center|right")) {
      return valued("class", value.toLowerCase(Locale.ROOT));
    }
    if (RawHtml.isSilent(name)) {
      return "";
    }
    if (!RawHtml.isAllowed(tag, name)) {
      int end = attribute.start() + name.length();
      int from = prose.offset(attribute.start());
      draft.removedOften(from, from + Math.max(1, end - attribute.start()), "the attribute '" + name + "' of <" + tag + "> was left out", TRUST);
      return "";
    }
    return switch (name) {
      case "cite" -> {
        String cleaned = Schemes.cleaned(value);
        if (!Schemes.mayFollow(cleaned)) {
          unsafe(prose, tag, attribute, cleaned);
          yield "";
        }
        yield valued(name, cleaned);
      }
      case "class" -> {
        List<String> kept = Stream.of(value.strip().split("\\s+", -1)).filter(RawHtml::isAllowedClass).toList();
        yield kept.isEmpty() ? "" : valued(name, String.join(" ", kept));
      }
      case "id" -> id(prose, attribute);
      default -> valued(name, value);
    };
  }

  private static String valued(String name, String value) {
    return " " + name + "=\"" + Markup.escape(value) + "\"";
  }

  /// Keeps the address of a tag as a link of the note.
  ///
  /// @return its index; -1 when it was left out
  private int address(Prose prose, String tag, RawAttribute attribute) {
    boolean shown = attribute.name().equals("src");
    String cleaned = Schemes.cleaned(attribute.value());
    if (shown ? !Schemes.mayShow(cleaned) : !Schemes.mayFollow(cleaned)) {
      unsafe(prose, tag, attribute, cleaned);
      return -1;
    }
    int start = prose.offset(Math.min(attribute.valueStart(), prose.text().length() - 1));
    Place place = draft.source().place(start, start + Math.max(1, cleaned.length()));
    return draft.add(cleaned, shown ? Link.Role.SHOW : Link.Role.FOLLOW, place);
  }

  private void unsafe(Prose prose, String tag, RawAttribute attribute, String cleaned) {
    removed(prose, attribute.start(), attribute.end(),
        "the address in <" + tag + "> was left out, because '" + Schemes.scheme(cleaned) + ":' is not an address that pages may lead to");
  }

  private String id(Prose prose, RawAttribute attribute) {
    // As the page carries it: two that differ only in what it cannot carry are one.
    String id = Markup.seen(attribute.value()).strip();
    boolean good = !id.isEmpty() && id.length() <= 200 && id.codePoints().noneMatch(Character::isWhitespace);
    if (good && draft.anchors().claim(id)) {
      return valued("id", id);
    }
    removed(prose, attribute.start(), attribute.end(), "the id '" + id + "' was left out, because it is taken or not an id");
    return "";
  }

  private void removed(Prose prose, int start, int end, String what) {
    int from = prose.offset(start);
    draft.removed(from, from + Math.max(1, end - start), what, TRUST);
  }
}
