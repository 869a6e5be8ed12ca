package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What blocks say and how they are built, as text that is equal for what a reader sees as equal: white space counts
/// as one space and carries no marks, an item's only paragraph is its text, and marks may nest in any order.
final class Outline {
  /// A claim's tag at the beginning of a text: what comes behind it is one space away.
  private static final Pattern TAG = Pattern.compile("^((?:‹[^›]*›)*[\\[［][^\\[\\]［］‹›]{1,40}[\\]］](?:‹[^›]*›)*) ?([:：]?)((?:‹[^›]*›)*)([:：]?) ?");

  /// How the sign of a footnote begins.
  static final String FOOTNOTE = "⟦note ";

  private final StringBuilder out = new StringBuilder();

  private Outline() {}

  static String of(Block block) {
    Outline outline = new Outline();
    outline.block(block);
    return outline.out.toString();
  }

  static String of(List<Block> blocks) {
    Outline outline = new Outline();
    outline.blocks(blocks);
    return outline.out.toString();
  }

  /// Whether what was seen is what was wanted. A heading that wanted no id of its own gets one from its words.
  static boolean equal(String wanted, String seen) {
    return wanted.equals(seen)
        || (wanted.contains("⟨#*⟩") && wanted.replaceAll("⟨#[^⟩]*⟩", "⟨#*⟩").equals(seen.replaceAll("⟨#[^⟩]*⟩", "⟨#*⟩")));
  }

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Text(List<Leaf> leaves) -> out.append("¶").append(leaves(leaves)).append('\n');
      case Block.Heading(int level, String id, List<Leaf> leaves) ->
          out.append("h").append(level).append(" ⟨#").append(id.isEmpty() ? "*" : id).append("⟩ ").append(leaves(leaves)).append('\n');
      case Block.Quote(List<Block> blocks) -> nested("quote", blocks);
      case Block.Listing list -> list(list);
      case Block.Code(String language, String text) -> out.append("code ").append(language).append('\n').append(text).append("\nend\n");
      case Block.Table table -> table(table);
      case Block.Rule _ -> out.append("rule\n");
      case Block.Definitions(List<Block.Entry> entries) -> {
        out.append("definitions\n");
        for (Block.Entry entry : entries) {
          entry.terms().forEach(term -> out.append("term ").append(leaves(term)).append('\n'));
          entry.meanings().forEach(meaning -> nested("meaning", meaning));
        }
        out.append("end\n");
      }
      case Block.Figure(List<Block> blocks, List<Leaf> caption) -> {
        nested("figure", blocks);
        out.append("caption ").append(leaves(caption)).append('\n');
      }
      case Block.Details(boolean open, List<Leaf> summary, List<Block> blocks) -> {
        out.append("details ").append(open).append(' ').append(leaves(summary)).append('\n');
        nested("", blocks);
      }
    }
  }

  private void nested(String name, List<Block> blocks) {
    out.append(name).append('\n');
    blocks(blocks);
    out.append("end\n");
  }

  private void list(Block.Listing list) {
    out.append(list.ordered() ? "ol " + list.start() + " " + list.type() : "ul").append('\n');
    for (Block.Item item : list.items()) {
      out.append("li").append(item.done().map(done -> done ? " done" : " open").orElse("")).append(item.value().map(v -> " " + v).orElse(""));
      nested("", item.blocks());
    }
    out.append("end\n");
  }

  private void table(Block.Table table) {
    out.append("table ").append(leaves(table.caption())).append('\n');
    for (Block.Row row : table.rows()) {
      out.append("row\n");
      for (Block.Cell cell : row.cells()) {
        out.append(cell.header() ? "th " : "td ").append(cell.align());
        out.append(cell.columns() == 1 && cell.rows() == 1 ? "" : " " + cell.columns() + "×" + cell.rows());
        nested("", cell.blocks());
      }
    }
    out.append("end\n");
  }

  /// One text: marks stand before the characters that they hold for, and only where they change.
  static String leaves(List<Leaf> leaves) {
    StringBuilder text = new StringBuilder();
    String current = "";
    int link = -1;
    for (Leaf leaf : leaves) {
      String marks = marks(leaf);
      int serial = serial(leaf);
      String content = content(leaf);
      for (int i = 0; i < content.length(); i++) {
        char c = content.charAt(i);
        boolean space = Run.isSpace(c);
        boolean seen = !space && c != '\u00a0';
        if (seen && (!marks.equals(current) || (serial >= 0 && serial != link))) {
          text.append('‹').append(marks).append('›');
          current = marks;
        }
        if (seen) {
          link = serial;
        }
        if (!space || (!text.isEmpty() && text.charAt(text.length() - 1) != ' ')) {
          text.append(space ? ' ' : c);
        }
      }
    }
    String whole = text.toString().strip();
    return whole.indexOf('[') < 0 && whole.indexOf('［') < 0 ? whole : TAG.matcher(whole).replaceFirst("$1$2$3$4 ");
  }

  private static String content(Leaf leaf) {
    return switch (leaf) {
      case Leaf.Words(String words, _) -> words;
      case Leaf.Code(String words, _) -> words;
      case Leaf.Break _ -> "⏎";
      case Leaf.Image image ->
          "⟦img " + image.src() + "|" + image.alt().replace(' ', '\u2423') + "|" + image.title().replace(' ', '\u2423') + "|" + image.width() + "|" + image.height() + "⟧";
      case Leaf.Anchor(String id, _) -> "⟦at " + id + "⟧";
      case Leaf.FootnoteMark(String label, _) -> FOOTNOTE + label + "⟧";
    };
  }

  private static String marks(Leaf leaf) {
    if (leaf instanceof Leaf.Break || leaf instanceof Leaf.Anchor || leaf instanceof Leaf.FootnoteMark) {
      return "";
    }
    if (leaf.marks().isEmpty()) {
      return leaf instanceof Leaf.Code ? "code" : "";
    }
    List<String> names = new ArrayList<>();
    if (leaf instanceof Leaf.Code) {
      names.add("code");
    }
    for (Mark mark : leaf.marks()) {
      switch (mark) {
        case Mark.Tag(String name, String extra) -> names.add(extra.isEmpty() ? name : name + "=" + extra);
        case Mark.Link(String href, String title, _) -> names.add("a=" + href + (title.isEmpty() ? "" : "|" + title));
      }
    }
    if (leaf instanceof Leaf.Image) {
      // What a picture is set in cannot be seen, but for its link.
      names.removeIf(name -> !name.startsWith("a="));
    }
    names.sort(null);
    StringJoiner joined = new StringJoiner(",");
    names.forEach(joined::add);
    return joined.toString();
  }

  private static int serial(Leaf leaf) {
    for (Mark mark : leaf.marks()) {
      if (mark instanceof Mark.Link(_, _, int serial)) {
        return serial;
      }
    }
    return -1;
  }
}
