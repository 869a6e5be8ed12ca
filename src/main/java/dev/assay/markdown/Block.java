package dev.assay.markdown;

import java.util.List;
import java.util.Optional;

/// A block of a text. Offsets are those of the file.
sealed interface Block {
  /// Where it begins in the file.
  int offset();

  record Paragraph(int offset, Prose prose) implements Block {}

  record Heading(int offset, int level, Prose prose) implements Block {}

  record Quote(int offset, List<Block> blocks) implements Block {}

  /// A list.
  ///
  /// @param first the first number of an ordered list
  record Listing(int offset, boolean ordered, int first, boolean tight, List<Item> items) implements Block {}

  /// A list's item.
  record Item(int offset, Optional<Boolean> done, List<Block> blocks) {}

  /// Fenced or indented code, and directives whose body is not Markdown.
  ///
  /// @param info    what follows the fence, stripped; empty for indented code
  /// @param infoAt  where that stands
  /// @param closed  whether a fence closes it; true for indented code
  /// @param lines   its lines
  record Code(int offset, String info, int infoAt, boolean closed, List<CodeLine> lines) implements Block {
    String text() {
      StringBuilder out = new StringBuilder();
      lines.forEach(line -> out.append(line.text()).append('\n'));
      return out.toString();
    }
  }

  /// A line of code.
  ///
  /// @param offset where it stands in the file, behind the block's own marks
  record CodeLine(String text, int offset) {}

  /// A formula on lines of its own.
  ///
  /// @param tex        without its dollar signs
  /// @param attributes what stands in braces behind it; empty for nothing
  record Formula(int offset, Prose tex, Prose attributes) implements Block {}

  record Html(int offset, Prose prose) implements Block {}

  record Rule(int offset) implements Block {}

  /// A table; rows have as many cells as its head.
  record Table(int offset, List<Align> aligns, List<Prose> head, List<List<Prose>> rows) implements Block {}

  /// How a column is set.
  enum Align {
    NONE,
    LEFT,
    CENTER,
    RIGHT
  }

  record Definitions(int offset, List<Entry> entries) implements Block {}

  /// Terms and what they mean.
  record Entry(List<Prose> terms, List<Description> descriptions) {}

  record Description(boolean tight, List<Block> blocks) {}

  /// A directive with Markdown inside: a claim or a callout.
  ///
  /// @param nameAt   where the name stands
  /// @param argument what follows the braces
  /// @param closed   whether a fence closes it, rather than the end of the text around it
  record Container(int offset, String name, int nameAt, Prose argument, boolean closed, List<Block> blocks) implements Block {}
}
