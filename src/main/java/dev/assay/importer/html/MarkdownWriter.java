package dev.assay.importer.html;

import dev.assay.claim.KindWords;
import dev.assay.markdown.Markdown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes blocks as Markdown.
final class MarkdownWriter {
  /// How a block is written.
  enum Way {
    MARKDOWN,
    /// Markdown, with elements for emphasis.
    TAGS,
    HTML
  }

  private final KindWords words;
  private final Set<String> ids = new HashSet<>();

  MarkdownWriter(KindWords words) {
    this.words = words;
  }

  /// Writes an article.
  ///
  /// @param ways for each block of the article how it is written
  static String write(Article article, List<Way> ways, KindWords words) {
    MarkdownWriter writer = new MarkdownWriter(words);
    StringBuilder out = new StringBuilder();
    Optional<Block> above = Optional.empty();
    boolean otherMark = false;
    for (int i = 0; i < article.blocks().size(); i++) {
      Block block = article.blocks().get(i);
      Way way = ways.get(i);
      otherMark = isSameList(above, block) && !otherMark;
      out.append(out.isEmpty() ? "" : "\n\n").append(writer.block(block, way, otherMark));
      above = way == Way.HTML ? Optional.empty() : Optional.of(block);
    }
    for (int i = 0; i < article.footnotes().size(); i++) {
      String mark = "[^" + (i + 1) + "]: ";
      out.append("\n\n").append(mark).append(indented(writer.blocks(article.footnotes().get(i), Way.MARKDOWN, false), 4));
    }
    return out.append('\n').toString();
  }

  /// Two lists in a row are one list unless their marks differ.
  private static boolean isSameList(Optional<Block> above, Block block) {
    return above.isPresent() && above.get() instanceof Block.Listing a && block instanceof Block.Listing b && a.ordered() == b.ordered();
  }

  private String block(Block block, Way way, boolean otherMark) {
    if (way == Way.HTML) {
      return HtmlWriter.write(block);
    }
    boolean tags = way == Way.TAGS;
    return switch (block) {
      case Block.Text(List<Leaf> leaves) -> inline(leaves, tags, InlineMarkdown.Place.PARAGRAPH);
      case Block.Heading heading -> heading(heading, tags);
      case Block.Quote(List<Block> blocks) -> prefixed("> ", blocks(blocks, way, false));
      case Block.Listing list -> needsHtml(list) ? HtmlWriter.write(list) : list(list, way, otherMark);
      case Block.Code(String language, String text) -> code(language, text);
      case Block.Table table -> new TableWriter(leaves -> inline(leaves, tags, InlineMarkdown.Place.CELL)).write(table).orElseGet(() -> HtmlWriter.write(table));
      case Block.Rule _ -> "***";
      case Block.Definitions list -> definitions(list, way);
      case Block.Figure _ -> HtmlWriter.write(block);
      case Block.Details details -> details(details, way);
    };
  }

  private String inline(List<Leaf> leaves, boolean tags, InlineMarkdown.Place place) {
    return InlineMarkdown.write(leaves, words, tags, place);
  }

  private String blocks(List<Block> blocks, Way way, boolean tight) {
    StringBuilder out = new StringBuilder();
    Optional<Block> above = Optional.empty();
    boolean otherMark = false;
    for (Block block : blocks) {
      otherMark = isSameList(above, block) && !otherMark;
      out.append(out.isEmpty() ? "" : tight ? "\n" : "\n\n").append(block(block, way, otherMark));
      above = Optional.of(block);
    }
    return out.toString();
  }

  private String heading(Block.Heading heading, boolean tags) {
    String line = "#".repeat(heading.level()) + " " + inline(heading.leaves(), tags, InlineMarkdown.Place.HEADING);
    String made = Markdown.headingId(plain(heading.leaves()));
    boolean free = ids.add(heading.id().isEmpty() ? made : heading.id());
    boolean own = !heading.id().isEmpty() && (!heading.id().equals(made) || !free);
    return own ? line + " {#" + heading.id() + "}" : line;
  }

  private static String plain(List<Leaf> leaves) {
    StringBuilder out = new StringBuilder();
    for (Leaf leaf : leaves) {
      switch (leaf) {
        case Leaf.Words(String text, _) -> out.append(text);
        case Leaf.Code(String text, _) -> out.append(text);
        case Leaf.Image image -> out.append(image.alt());
        case Leaf.Break _, Leaf.Anchor _, Leaf.FootnoteMark _ -> {
          // They have no words.
        }
      }
    }
    return out.toString();
  }

  /// Lists whose numbers are letters or run otherwise cannot be said in Markdown.
  private static boolean needsHtml(Block.Listing list) {
    boolean values = false;
    int expected = list.start();
    for (Block.Item item : list.items()) {
      values |= item.value().isPresent() && item.value().get() != expected;
      expected++;
    }
    return list.ordered() && (!list.type().isEmpty() || values || list.start() < 0);
  }

  private String list(Block.Listing list, Way way, boolean otherMark) {
    boolean tight = !list.loose() && list.items().stream().allMatch(MarkdownWriter::isTight);
    StringBuilder out = new StringBuilder();
    int number = list.start();
    for (Block.Item item : list.items()) {
      String mark = list.ordered() ? number + (otherMark ? ") " : ". ") : otherMark ? "* " : "- ";
      String box = item.done().map(done -> done ? "[x] " : "[ ] ").orElse("");
      out.append(out.isEmpty() ? "" : tight ? "\n" : "\n\n");
      out.append(mark).append(box).append(indented(blocks(item.blocks(), way, tight), mark.length()));
      number++;
    }
    return out.toString();
  }

  private static boolean isTight(Block.Item item) {
    for (int i = 0; i < item.blocks().size(); i++) {
      boolean fits = item.blocks().get(i) instanceof Block.Listing inner ? !needsHtml(inner) && (i == 0 || !(item.blocks().get(i - 1) instanceof Block.Listing)) : i == 0 && item.blocks().get(i) instanceof Block.Text;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static String code(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + language + "\n" + text + (text.isEmpty() ? "" : "\n") + fence;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private String definitions(Block.Definitions list, Way way) {
    List<String> entries = new ArrayList<>();
    for (Block.Entry entry : list.entries()) {
      StringBuilder out = new StringBuilder();
      entry.terms().forEach(term -> out.append(inline(term, way == Way.TAGS, InlineMarkdown.Place.PARAGRAPH).replace("\\\n", "<br>")).append('\n'));
      for (List<Block> meaning : entry.meanings()) {
        out.append(": ").append(indented(blocks(meaning, way, false), 2)).append('\n');
      }
      entries.add(out.toString().stripTrailing());
    }
    return String.join("\n\n", entries);
  }

  private String details(Block.Details details, Way way) {
    String summary = details.summary().isEmpty() ? "" : "<summary>" + HtmlWriter.inline(details.summary()) + "</summary>";
    return "<details" + (details.open() ? " open" : "") + ">" + summary + "\n\n" + blocks(details.blocks(), way, false) + "\n\n</details>";
  }

  private static String prefixed(String prefix, String text) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(line.isEmpty() ? prefix.stripTrailing() : prefix + line);
    }
    return out.toString();
  }

  private static String indented(String text, int columns) {
    return text.indexOf('\n') < 0 ? text : text.replaceAll("\n(?=[^\n])", "\n" + " ".repeat(columns));
  }
}
