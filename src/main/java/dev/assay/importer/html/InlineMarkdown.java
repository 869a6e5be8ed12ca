package dev.assay.importer.html;

import dev.assay.claim.ClaimTag;
import dev.assay.claim.KindWords;
import java.util.ArrayList;
import java.util.List;

/// Writes the leaves of one text as Markdown.
final class InlineMarkdown {
  /// Where the text stands: decides what a line break can be.
  enum Place {
    PARAGRAPH,
    HEADING,
    CELL
  }

  private final KindWords words;
  private final boolean tags;
  private final Place place;
  private final StringBuilder out = new StringBuilder();
  private final List<Mark> open = new ArrayList<>();
  private List<Leaf> leaves = List.of();
  private int autoLinks;

  /// @param tags whether emphasis is written as elements, where marks would be read otherwise
  private InlineMarkdown(KindWords words, boolean tags, Place place) {
    this.words = words;
    this.tags = tags;
    this.place = place;
  }

  static String write(List<Leaf> leaves, KindWords words, boolean tags, Place place) {
    return new InlineMarkdown(words, tags, place).write(leaves);
  }

  private String write(List<Leaf> all) {
    leaves = all;
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      List<Mark> marks = leaf.marks();
      int shared = Run.common(open, marks).size();
      closeTo(shared, i);
      for (int k = shared; k < marks.size(); k++) {
        open(marks.get(k), i);
      }
      leaf(leaf, i);
    }
    closeTo(0, leaves.size());
    if (out.indexOf("\n") < 0) {
      String line = out.toString();
      return place == Place.PARAGRAPH ? Escapes.line(line) : place == Place.HEADING ? heading(line) : line;
    }
    String[] lines = out.toString().split("\n", -1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      text.append(i == 0 ? "" : "\n").append(place == Place.PARAGRAPH ? Escapes.line(lines[i]) : lines[i]);
    }
    return place == Place.HEADING ? heading(text.toString()) : text.toString();
  }

  /// Signs at the end of a heading's line would close it.
  private static String heading(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '#') {
      end--;
    }
    return end == line.length() ? line : line.substring(0, end) + "\\" + line.substring(end);
  }

  private void open(Mark mark, int at) {
    open.add(mark);
    switch (mark) {
      case Mark.Tag(String name, String extra) -> out.append(opening(name, extra, at));
      case Mark.Link link -> {
        if (isOwnText(link, at)) {
          autoLinks++;
          out.append('<');
        } else {
          out.append('[');
        }
      }
    }
  }

  private void closeTo(int size, int at) {
    while (open.size() > size) {
      Mark mark = open.removeLast();
      switch (mark) {
        case Mark.Tag(String name, _) -> out.append(closing(name, at));
        case Mark.Link(String href, String title, _) -> {
          if (autoLinks > 0) {
            autoLinks--;
            out.append('>');
          } else {
            out.append("](").append(Escapes.address(href)).append(Escapes.title(title)).append(')');
          }
        }
      }
    }
  }

  /// Whether a link's text is its address, so that angle brackets say both.
  private boolean isOwnText(Mark.Link link, int at) {
    boolean web = link.href().startsWith("https://") || link.href().startsWith("http://");
    boolean alone = at + 1 >= leaves.size() || !leaves.get(at + 1).marks().contains(link);
    return web && alone && place != Place.CELL && link.title().isEmpty() && leaves.get(at).marks().getLast().equals(link)
        && leaves.get(at) instanceof Leaf.Words(String text, _) && text.equals(link.href()) && text.chars().allMatch(c -> c > ' ' && "<>`\\|".indexOf(c) < 0);
  }

  private String opening(String name, String extra, int at) {
    String mark = mark(name, at);
    if (!mark.isEmpty()) {
      return mark;
    }
    String value = extra.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace("|", "&#124;").replace("\n", " ");
    return "<" + name + (extra.isEmpty() ? "" : (name.equals("time") ? " datetime=\"" : " title=\"") + value + "\"") + ">";
  }

  private String closing(String name, int at) {
    String mark = mark(name, at - 1);
    return mark.isEmpty() ? "</" + name + ">" : mark;
  }

  /// The mark of an element; empty when it is written as an element.
  private String mark(String name, int at) {
    return switch (name) {
      case "strong" -> tags ? "" : "**";
      case "em" -> tags ? "" : "*";
      case "del" -> tags ? "" : "~~";
      case "sub" -> isShort(name, at) ? "~" : "";
      case "sup" -> isShort(name, at) ? "^" : "";
      default -> "";
    };
  }

  /// Whether sub- or superscript is one plain word, and nothing beside it looks like its mark.
  private boolean isShort(String name, int at) {
    Mark mark = new Mark.Tag(name, "");
    boolean plain = !tags && leaves.get(at) instanceof Leaf.Words(String text, List<Mark> marks) && text.matches("[A-Za-z0-9+-]{1,12}") && marks.getLast().equals(mark);
    boolean alone =
        (at == 0 || !leaves.get(at - 1).marks().contains(mark)) && (at + 1 >= leaves.size() || !leaves.get(at + 1).marks().contains(mark));
    String sign = name.equals("sub") ? "~" : "^";
    boolean digits = name.equals("sub") && Character.isDigit(before(at)) && leaves.get(at) instanceof Leaf.Words(String word, _) && Character.isDigit(word.charAt(0));
    return plain && alone && !digits && sign.indexOf(before(at)) < 0 && sign.indexOf(after(at)) < 0;
  }

  private char before(int at) {
    if (at == 0) {
      return '\n';
    }
    return switch (leaves.get(at - 1)) {
      case Leaf.Words(String text, _) -> text.charAt(text.length() - 1);
      case Leaf.Break _ -> '\n';
      case Leaf.Code _, Leaf.Image _, Leaf.Anchor _, Leaf.FootnoteMark _ -> ')';
    };
  }

  private char after(int at) {
    if (at + 1 >= leaves.size()) {
      return '\n';
    }
    return switch (leaves.get(at + 1)) {
      case Leaf.Words(String text, _) -> text.charAt(0);
      case Leaf.Break _ -> '\n';
      case Leaf.Code _, Leaf.Image _, Leaf.Anchor _, Leaf.FootnoteMark _ -> '(';
    };
  }

  private void leaf(Leaf leaf, int at) {
    switch (leaf) {
      case Leaf.Words(String text, _) -> words(text, at);
      case Leaf.Code(String text, _) -> code(text);
      case Leaf.Break _ -> out.append(place == Place.PARAGRAPH ? "\\\n" : "<br>");
      case Leaf.Image image -> image(image);
      case Leaf.Anchor(String id, _) -> out.append("<span id=\"").append(id.replace("&", "&amp;").replace("\"", "&quot;")).append("\"></span>");
      case Leaf.FootnoteMark(String label, _) -> out.append("[^").append(label).append(']');
    }
  }

  private void words(String text, int at) {
    if (autoLinks > 0) {
      out.append(text);
      return;
    }
    boolean link = open.stream().anyMatch(Mark.Link.class::isInstance);
    int tag = at <= 1 && out.chars().allMatch(c -> c == '*' || c == '[') ? tagEnd(text) : 0;
    out.append(text, 0, tag);
    Escapes.text(text.substring(tag), tag > 0 ? text.charAt(tag - 1) : before(at), after(at), link, place == Place.CELL, out);
  }

  /// Where the tag of a claim at the beginning of a text ends; 0 when there is none.
  private int tagEnd(String text) {
    return ClaimTag.at(text, 0, words).filter(tag -> tag.mark().isEmpty()).map(ClaimTag::close).orElse(0);
  }

  private void code(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    boolean pad = text.startsWith("`") || text.endsWith("`") || (text.startsWith(" ") && text.endsWith(" ") && !text.isBlank());
    String content = place == Place.CELL ? text.replace("|", "\\|") : text;
    out.append(fence).append(pad ? " " : "").append(content).append(pad ? " " : "").append(fence);
  }

  private void image(Leaf.Image image) {
    out.append("![");
    Escapes.text(image.alt(), '\n', '\n', true, place == Place.CELL, out);
    out.append("](").append(Escapes.address(image.src())).append(Escapes.title(image.title())).append(')');
    if (!image.width().isEmpty() || !image.height().isEmpty()) {
      String width = image.width().isEmpty() ? "" : "width=" + image.width();
      String height = image.height().isEmpty() ? "" : "height=" + image.height();
      out.append('{').append(width).append(width.isEmpty() || height.isEmpty() ? "" : " ").append(height).append('}');
    }
  }
}
