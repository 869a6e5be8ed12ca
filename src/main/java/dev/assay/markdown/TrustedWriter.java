package dev.assay.markdown;

import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes raw HTML of a site that trusts its writers: to the letter, but for addresses from the root of the site. Whoever
/// writes `/post/x/` means the site, which may lie below a path, and a feed has to name its host.
final class TrustedWriter {
  private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "action", "formaction", "data", "cite", "background");
  private static final Set<String> SETS = Set.of("srcset", "imagesrcset");

  /// Elements whose content is no markup.
  private static final Set<String> TEXT = Set.of("script", "style", "textarea", "title", "xmp");

  private final Draft draft;
  private final Output out;
  private final PolicyCheck policy;
  private boolean played;

  TrustedWriter(Draft draft, Output out, PolicyCheck policy) {
    this.policy = policy;
    this.draft = draft;
    this.out = out;
  }

  /// Writes a part of a text.
  void write(Prose prose, int from, int to) {
    String text = prose.text();
    PolicyCheck.Found found = policy.found(text.substring(from, to), played);
    played = found.played();
    for (PolicyCheck.Stopped stopped : found.all()) {
      int start = prose.offset(from + stopped.start());
      draft.stopped(start, start + stopped.end() - stopped.start(), stopped.what(), stopped.hint());
    }
    RawTags raw = new RawTags(text);
    int written = from;
    int at = text.indexOf('<', from);
    while (at >= 0 && at < to) {
      int end = raw.end(at);
      int nameEnd = raw.nameEnd(at + 1);
      int behind = end < 0 ? at + 1 : end;
      if (end > 0 && end <= to && nameEnd > at + 1) {
        written = tag(prose, written, nameEnd, end);
        String name = text.substring(at + 1, nameEnd).toLowerCase(Locale.ROOT);
        int close = TEXT.contains(name) ? RawWriter.indexOfClosing(text, name, end) : end;
        behind = close < 0 ? to : close;
      }
      at = text.indexOf('<', behind);
    }
    out.html(text.substring(written, to));
  }

  /// Writes what stands before a tag's addresses, and them.
  ///
  /// @param from the first character that has not been written
  /// @return the first that has not been written then
  private int tag(Prose prose, int from, int nameEnd, int end) {
    String text = prose.text();
    int written = from;
    for (RawWriter.RawAttribute attribute : RawWriter.attributes(text, nameEnd, end)) {
      List<Span> spans = spans(attribute);
      if (!spans.isEmpty()) {
        boolean quoted = "\"'".indexOf(text.charAt(attribute.valueStart() - 1)) >= 0;
        out.html(text.substring(written, attribute.valueStart() - (quoted ? 1 : 0)));
        value(prose, attribute, spans);
        written = attribute.end();
      }
    }
    return written;
  }

  /// An address in a value.
  private record Span(int from, int to) {}

  private static List<Span> spans(RawWriter.RawAttribute attribute) {
    String value = attribute.value();
    List<Span> spans = new ArrayList<>();
    if (ADDRESSES.contains(attribute.name())) {
      int from = value.length() - value.stripLeading().length();
      add(value, from, value.stripTrailing().length(), spans);
    } else if (SETS.contains(attribute.name())) {
      int at = 0;
      while (at < value.length()) {
        int from = skip(value, at, true);
        int to = skip(value, from, false);
        int end = value.startsWith(",", to - 1) && to > from ? to - 1 : to;
        add(value, from, end, spans);
        int comma = end < to ? end : value.indexOf(',', to);
        at = comma < 0 ? value.length() : comma + 1;
      }
    }
    return spans;
  }

  private static int skip(String value, int from, boolean space) {
    int at = from;
    while (at < value.length() && Character.isWhitespace(value.charAt(at)) == space) {
      at++;
    }
    return at;
  }

  private static void add(String value, int from, int to, List<Span> spans) {
    if (from < to && value.charAt(from) == '/' && !value.startsWith("//", from) && !value.startsWith("/\\", from)) {
      spans.add(new Span(from, to));
    }
  }

  private void value(Prose prose, RawWriter.RawAttribute attribute, List<Span> spans) {
    int start = prose.offset(Math.min(attribute.valueStart(), prose.text().length() - 1));
    int at = 0;
    out.html("\"");
    for (Span span : spans) {
      String address = attribute.value().substring(span.from(), span.to());
      Place place = draft.source().place(start, start + Math.max(1, address.length()));
      out.html(Markup.escape(attribute.value().substring(at, span.from())));
      out.hole(new Piece.Target(draft.add(address, Link.Role.RAW, place)));
      at = span.to();
    }
    out.html(Markup.escape(attribute.value().substring(at))).html("\"");
  }
}
