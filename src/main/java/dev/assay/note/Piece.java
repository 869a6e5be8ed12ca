package dev.assay.note;

import java.util.List;
import java.util.regex.Pattern;

/// One stretch of a rendered body. A body is finished markup with holes: what a note cannot know from its own text
/// (the address behind a link, a figure, what happened to a claim since) is a hole that a page and a feed fill
/// differently. Numbers are indexes into the note's own lists.
///
/// The markup around a claim is always: `<host`, [ClaimAttributes], `>`, [ClaimTag], content, [ClaimEnd], `</host>`,
/// where the host is `li`, `p`, `td`, `div`, or `tr` for a row whose kind stands in a column: there the tag stands in its
/// cell. What fills [ClaimTag] and [ClaimEnd] must be phrasing content; [ClaimReasons] comes last.
public sealed interface Piece {
  /// Finished, safe markup.
  record Html(String html) implements Piece {}

  /// Something that a page draws in a way that readers of feeds, lists of words and programs cannot use: a formula, code
  /// with its colours.
  ///
  /// @param page  finished, safe markup for pages
  /// @param plain finished, safe markup that says the same everywhere else
  record Drawn(String page, String plain) implements Piece {}

  /// What a shortcode prints where feeds, lists of words and programs get a form of their own: finished markup with the
  /// holes of addresses and titles.
  ///
  /// @param page  for pages
  /// @param plain for everything else
  record Printed(List<Piece> page, List<Piece> plain) implements Piece {
    public Printed {
      page = List.copyOf(page);
      plain = List.copyOf(plain);
    }
  }

  /// The text of a footnote beside its mark, for the margin of a wide page; on pages only. It stands at the end of the text
  /// as well.
  record Margin(int number, List<Piece> pieces) implements Piece {
    public Margin {
      pieces = List.copyOf(pieces);
    }
  }

  /// The address a link or image leads to; stands inside a double-quoted attribute (`href="` before, `"` after),
  /// so what fills it is escaped for attributes.
  record Target(int link) implements Piece {}

  /// A picture. A page offers several forms of it, a feed one.
  ///
  /// @param link       leads to it
  /// @param alt        what stands in for it, plain text; empty when it only decorates
  /// @param attributes finished markup, each attribute with a space before it: `class`, `title`, `width`, `height`
  record Picture(int link, String alt, String attributes) implements Piece {
    private static final Pattern ID = Pattern.compile(" id=\"[^\"]*\"");

    /// The plain element.
    ///
    /// @param address of the picture, as it is
    /// @param more    further attributes, each with a space before it
    public String element(String address, String more) {
      return "<img src=\"" + escaped(address) + "\" alt=\"" + escaped(alt) + "\"" + attributes + more + ">";
    }

    /// The same without its anchor, for other pages than its own.
    public Picture unnamed() {
      return attributes.contains(" id=\"") ? new Picture(link, alt, ID.matcher(attributes).replaceAll("")) : this;
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
  }

  /// The text of a link that was written without one, `[](note.md)`: the title of the note it leads to.
  record LinkTitle(int link) implements Piece {}

  /// The permalink sign at the end of a heading: on pages only.
  record Permalink(int heading) implements Piece {}

  /// Attributes of a claim's host element; what fills it begins with a space or is empty.
  record ClaimAttributes(int claim) implements Piece {}

  /// The sign and word of a claim; in a feed, the tag as it was written.
  record ClaimTag(int claim) implements Piece {}

  /// The end of a claim's content: a page shows its evidence here.
  record ClaimEnd(int claim) implements Piece {}

  /// What a claim rests on and what rests on it, unfolded: on pages only. It stands behind the host where that is a `p`,
  /// and else inside it at its end, so what fills it may be blocks.
  record ClaimReasons(int claim) implements Piece {}

  /// Behind the words of a checkpoint in a table: what became of it, on pages only.
  record CheckpointEnd(int checkpoint) implements Piece {}

  /// The way to a table's rows as a file, behind the table: on pages only.
  record TableRows(int table) implements Piece {}

  /// A block that a directive makes: a table of figures, checkpoints.
  record DirectiveBlock(int directive) implements Piece {}

  /// A figure or datum inside a sentence.
  record RoleText(int role) implements Piece {}

  /// A word of the theme in the note's language, such as `callout.note`; what fills it is escaped for text and attributes.
  record Word(String key) implements Piece {}
}
