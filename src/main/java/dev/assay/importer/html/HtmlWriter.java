package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;

/// Writes blocks as HTML that our Markdown lets through: on one line, since a blank line would end it, and with no
/// element or attribute that notes may not use.
final class HtmlWriter {
  private final StringBuilder out = new StringBuilder();

  private HtmlWriter() {}

  static String write(Block block) {
    HtmlWriter writer = new HtmlWriter();
    writer.block(block, false);
    return writer.out.toString();
  }

  static String inline(List<Leaf> leaves) {
    HtmlWriter writer = new HtmlWriter();
    writer.leaves(leaves);
    return writer.out.toString();
  }

  private void blocks(List<Block> blocks) {
    boolean only = blocks.size() == 1;
    blocks.forEach(block -> block(block, only));
  }

  private void block(Block block, boolean bare) {
    switch (block) {
      case Block.Text(List<Leaf> leaves) -> {
        if (bare) {
          leaves(leaves);
        } else {
          element("p", "", () -> leaves(leaves));
        }
      }
      case Block.Heading(int level, String id, List<Leaf> leaves) ->
          element("h" + level, id.isEmpty() ? "" : " id=\"" + attribute(id) + "\"", () -> leaves(leaves));
      case Block.Quote(List<Block> blocks) -> element("blockquote", "", () -> blocks.forEach(inner -> block(inner, false)));
      case Block.Listing list -> list(list);
      case Block.Code(String language, String text) ->
          out.append("<pre><code").append(language.isEmpty() ? "" : " class=\"language-" + attribute(language) + "\"").append('>')
              .append(text(text).replace("\n", "&#10;")).append("</code></pre>");
      case Block.Table table -> table(table);
      case Block.Rule _ -> out.append("<hr>");
      case Block.Definitions(List<Block.Entry> entries) -> element("dl", "", () -> {
        for (Block.Entry entry : entries) {
          entry.terms().forEach(term -> element("dt", "", () -> leaves(term)));
          entry.meanings().forEach(meaning -> element("dd", "", () -> blocks(meaning)));
        }
      });
      case Block.Figure(List<Block> blocks, List<Leaf> caption) -> element("figure", "", () -> {
        blocks(blocks);
        element("figcaption", "", () -> leaves(caption));
      });
      case Block.Details(boolean open, List<Leaf> summary, List<Block> blocks) -> element("details", open ? " open" : "", () -> {
        if (!summary.isEmpty()) {
          element("summary", "", () -> leaves(summary));
        }
        blocks.forEach(inner -> block(inner, false));
      });
    }
  }

  private void element(String name, String attributes, Runnable content) {
    out.append('<').append(name).append(attributes).append('>');
    content.run();
    out.append("</").append(name).append('>');
  }

  private void list(Block.Listing list) {
    String start = list.ordered() && list.start() != 1 ? " start=\"" + list.start() + "\"" : "";
    boolean reversed = list.type().endsWith("reversed");
    String type = list.type().replace("reversed", "").strip();
    String attributes = start + (type.isEmpty() ? "" : " type=\"" + attribute(type) + "\"") + (reversed ? " reversed" : "");
    element(list.ordered() ? "ol" : "ul", attributes, () -> {
      for (Block.Item item : list.items()) {
        element("li", item.value().map(value -> " value=\"" + value + "\"").orElse(""), () -> {
          item.done().ifPresent(done -> out.append(done ? "☑ " : "☐ "));
          blocks(item.blocks());
        });
      }
    });
  }

  private void table(Block.Table table) {
    element("table", "", () -> {
      if (!table.caption().isEmpty()) {
        element("caption", "", () -> leaves(table.caption()));
      }
      List<Block.Row> head = table.rows().stream().filter(Block.Row::head).toList();
      List<Block.Row> body = table.rows().stream().filter(row -> !row.head()).toList();
      if (!head.isEmpty()) {
        element("thead", "", () -> head.forEach(this::row));
      }
      if (!body.isEmpty()) {
        element("tbody", "", () -> body.forEach(this::row));
      }
    });
  }

  private void row(Block.Row row) {
    element("tr", "", () -> {
      for (Block.Cell cell : row.cells()) {
        String align =
            switch (cell.align()) {
              case NONE -> "";
              case LEFT -> " class=\"left\"";
              case CENTER -> " class=\"center\"";
              case RIGHT -> " class=\"right\"";
            };
        String columns = cell.columns() == 1 ? "" : " colspan=\"" + cell.columns() + "\"";
        String rows = cell.rows() == 1 ? "" : " rowspan=\"" + cell.rows() + "\"";
        element(cell.header() ? "th" : "td", align + columns + rows, () -> blocks(cell.blocks()));
      }
    });
  }

  private void leaves(List<Leaf> leaves) {
    List<Mark> open = new ArrayList<>();
    for (Leaf leaf : leaves) {
      int shared = Run.common(open, leaf.marks()).size();
      closeTo(open, shared);
      for (int i = shared; i < leaf.marks().size(); i++) {
        open(leaf.marks().get(i));
        open.add(leaf.marks().get(i));
      }
      leaf(leaf);
    }
    closeTo(open, 0);
  }

  private void open(Mark mark) {
    switch (mark) {
      case Mark.Tag(String name, String extra) ->
          out.append('<').append(name).append(extra.isEmpty() ? "" : (name.equals("time") ? " datetime=\"" : " title=\"") + attribute(extra) + "\"").append('>');
      case Mark.Link(String href, String title, _) ->
          out.append("<a href=\"").append(attribute(href)).append('"').append(title.isEmpty() ? "" : " title=\"" + attribute(title) + "\"").append('>');
    }
  }

  private void closeTo(List<Mark> open, int size) {
    while (open.size() > size) {
      out.append(open.removeLast() instanceof Mark.Tag(String name, _) ? "</" + name + ">" : "</a>");
    }
  }

  private void leaf(Leaf leaf) {
    switch (leaf) {
      case Leaf.Words(String words, _) -> out.append(text(words));
      case Leaf.Code(String words, _) -> out.append("<code>").append(text(words)).append("</code>");
      case Leaf.Break _ -> out.append("<br>");
      case Leaf.Image image -> {
        out.append("<img src=\"").append(attribute(image.src())).append("\" alt=\"").append(attribute(image.alt())).append('"');
        optional("title", image.title());
        optional("width", image.width());
        optional("height", image.height());
        out.append('>');
      }
      case Leaf.Anchor(String id, _) -> out.append("<span id=\"").append(attribute(id)).append("\"></span>");
      // Without its definition beside it a mark would say nothing; articles with footnotes are written as Markdown.
      case Leaf.FootnoteMark(String label, _) -> out.append("<sup>").append(label).append("</sup>");
    }
  }

  private void optional(String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"").append(attribute(value)).append('"');
    }
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String attribute(String value) {
    return text(value).replace("\"", "&quot;").replace("\n", " ");
  }
}
