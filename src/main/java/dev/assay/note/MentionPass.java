package dev.assay.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A pass over the markup of one text, which may come in pieces that end anywhere. It finds names of entities in running
/// text: outside of tags, links, headings, code and heads of tables. A name that markup cuts in two is none.
public final class MentionPass {
  private static final Set<String> CLOSED =
      Set.of("a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "math", "pre", "samp", "script", "style", "summary", "svg", "textarea", "th");

  private static final int LONGEST_TAG = 12;

  private final SpokenNames names;
  private final StringBuilder tag = new StringBuilder();
  private int closed;
  private boolean inTag;
  private char quote;
  private char before = ' ';

  public MentionPass(SpokenNames names) {
    this.names = names;
  }

  /// The names in the next piece of the text, from left to right.
  public List<SpokenNames.Found> read(String html) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<SpokenNames.Found> found = new ArrayList<>();
    int at = 0;
    while (at < html.length()) {
      if (inTag) {
        inTag(html.charAt(at++));
      } else if (html.charAt(at) == '<') {
        inTag = true;
        tag.setLength(0);
        at++;
      } else {
        int end = html.indexOf('<', at);
        end = end < 0 ? html.length() : end;
        if (closed == 0) {
          found.addAll(names.in(html, at, end, before));
        }
        before = html.charAt(end - 1);
        at = end;
      }
    }
    return found;
  }

  private void inTag(char c) {
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      inTag = false;
      before = ' ';
      finished(tag.toString());
    } else if (tag.length() < LONGEST_TAG) {
      tag.append(c);
    }
  }

  private void finished(String written) {
    boolean ends = written.startsWith("/");
    int end = ends ? 1 : 0;
    while (end < written.length() && written.charAt(end) != '/' && !Character.isWhitespace(written.charAt(end))) {
      end++;
    }
    if (CLOSED.contains(written.substring(ends ? 1 : 0, end).toLowerCase(Locale.ROOT))) {
      closed = Math.max(0, closed + (ends ? -1 : 1));
    }
  }
}
