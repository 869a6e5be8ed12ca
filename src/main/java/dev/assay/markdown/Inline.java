package dev.assay.markdown;

import dev.assay.claim.cite.Citation;
import java.util.List;

/// What stands inside a block. `start` and `end` are indexes into the block's [Prose].
sealed interface Inline {
  int start();

  int end();

  /// Characters as they are written.
  record Text(int start, int end) implements Inline {}

  /// A character that was escaped or written as an entity.
  record Literal(int start, int end, String text) implements Inline {}

  /// The end of a line inside a paragraph.
  record SoftBreak(int start, int end) implements Inline {}

  /// A line break that the writer asked for.
  record HardBreak(int start, int end) implements Inline {}

  record Code(int start, int end, String text) implements Inline {}

  record Emphasis(int start, int end, List<Inline> children) implements Inline {}

  record Strong(int start, int end, List<Inline> children) implements Inline {}

  record Strike(int start, int end, List<Inline> children) implements Inline {}

  /// Text between single `~`, without white space.
  record Subscript(int start, int end, List<Inline> children) implements Inline {}

  /// Text between `^`, without white space.
  record Superscript(int start, int end, List<Inline> children) implements Inline {}

  /// A link with words of its own.
  record Link(int start, int end, Address address, List<Inline> children) implements Inline {}

  record Image(int start, int end, Address address, List<Inline> children) implements Inline {}

  /// An address that is its own text: `<https://…>`, or bare.
  record AutoLink(int start, int end, String target, String text) implements Inline {}

  /// A formula between dollar signs.
  ///
  /// @param from where the formula itself begins
  /// @param to   where it ends
  record Formula(int start, int end, int from, int to, boolean display) implements Inline {}

  /// One raw tag, comment or the like.
  record RawHtml(int start, int end) implements Inline {}

  /// A figure or datum in a sentence.
  ///
  /// @param from where the expression begins
  record Role(int start, int end, String name, String expression, int from) implements Inline {}

  /// A sentence speaks of something numbered.
  ///
  /// @param id         its name
  /// @param numberOnly whether only the number is said: `[-@fig-x]`
  record Reference(int start, int end, String id, boolean numberOnly) implements Inline {}

  /// A citation of sources.
  record Cite(int start, int end, Citation citation) implements Inline {}

  /// Attributes in braces: they belong to what stands right before them.
  record Braces(int start, int end) implements Inline {}

  /// A mark that leads to a footnote.
  record FootnoteMark(int start, int end, String label) implements Inline {}

  /// Where a link leads, as it was written in the text or in a definition.
  ///
  /// @param target    decoded
  /// @param title     decoded; empty when there is none
  /// @param fileStart where the target stands in the file
  /// @param fileEnd   its end
  record Address(String target, String title, int fileStart, int fileEnd) {}
}
