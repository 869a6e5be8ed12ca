package dev.assay.feed;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// The quick way through markup: one pass over text that is as tidy as our own renderer writes it, with lower-case
/// tags that are all closed and double-quoted attributes, and that holds nothing to be taken out. It gives up on anything else, and
/// [ParsedMarkup] does the work. For markup that both can read, both give the same meaning.
final class PlainMarkup {
  private static final Pattern TASK_BOX =
      Pattern.compile("(?: type=\"checkbox\"| class=\"[\\w -]*\"| (?:checked|disabled)(?:=\"\\w*\")?)+ ?/?");

  private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "col", "source", "track");

  private final String html;
  private final PageAddress page;
  private final StringBuilder out;
  private final ArrayDeque<String> open = new ArrayDeque<>();
  private int at;

  PlainMarkup(String html, PageAddress page) {
    this.html = html;
    this.page = page;
    this.out = new StringBuilder(html.length() + 256);
  }

  /// The rewritten markup; absent when it needs to be parsed.
  Optional<String> rewritten() {
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      out.append(html, at, tag);
      at = tag + 1;
      if (!tag()) {
        return Optional.empty();
      }
    }
    return open.isEmpty() ? Optional.of(out.append(html, at, html.length()).toString()) : Optional.empty();
  }

  private boolean tag() {
    boolean closing = at < html.length() && html.charAt(at) == '/';
    int start = closing ? at + 1 : at;
    at = start;
    while (at < html.length() && isName(html.charAt(at))) {
      at++;
    }
    String name = html.substring(start, at);
    if (name.equals("input")) {
      return taskBox();
    }
    if (!FeedTags.PLAIN.contains(name)) {
      return false;
    }
    int opened = out.length();
    out.append(closing ? "</" : "<").append(name);
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '>') {
        at++;
        out.append('>');
        return isInOrder(name, closing);
      }
      if (closing) {
        return false;
      }
      if (c == '/' && VOID.contains(name) && at + 1 < html.length() && html.charAt(at + 1) == '>') {
        at++;
      } else if (c == ' ' || c == '\n') {
        at++;
      } else if (!isName(c) || !isSpace(html.charAt(at - 1)) || !attribute(name, opened)) {
        return false;
      }
    }
    return false;
  }

  /// True while what is closed is what was opened last.
  private boolean isInOrder(String name, boolean closing) {
    if (VOID.contains(name)) {
      return !closing;
    }
    if (closing) {
      return name.equals(open.poll());
    }
    open.push(name);
    return true;
  }

  /// The box of a task list, as our own renderer writes it.
  private boolean taskBox() {
    int end = html.indexOf('>', at);
    String attributes = end < 0 ? "" : html.substring(at, end);
    Matcher matcher = TASK_BOX.matcher(attributes);
    if (!matcher.matches()) {
      return false;
    }
    out.append(attributes.contains(" checked") ? FeedTags.DONE : FeedTags.TO_DO);
    at = end + 1;
    return true;
  }

  private boolean attribute(String tag, int opened) {
    int start = at;
    while (at < html.length() && isName(html.charAt(at))) {
      at++;
    }
    String name = html.substring(start, at);
    String value = "";
    boolean valued = html.startsWith("=\"", at);
    if (valued) {
      int end = html.indexOf('"', at + 2);
      if (end < 0) {
        return false;
      }
      value = html.substring(at + 2, end);
      at = end + 1;
    }
    if (name.equals("hidden") || (name.equals("class") && FeedTags.isSpecial(value))) {
      return false;
    }
    String decoded = value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
    FeedTags.attribute(tag, name, decoded, page).ifPresent(kept -> append(kept, valued, opened));
    return true;
  }

  private void append(FeedTags.Attribute attribute, boolean valued, int opened) {
    // Two attributes may come to the same; as in a browser, the first one counts.
    if (out.indexOf(" " + attribute.name() + "=", opened) >= 0) {
      return;
    }
    out.append(' ').append(attribute.name());
    if (valued) {
      out.append("=\"").append(Markup.attribute(attribute.value())).append('"');
    }
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }
}
