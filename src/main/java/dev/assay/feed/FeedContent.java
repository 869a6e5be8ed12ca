package dev.assay.feed;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Piece;
import java.util.List;

/// Turns the pieces of a note's body into what a feed carries: markup that is right without the site's styles,
/// scripts and address.
///
/// Every address becomes absolute; scripts, forms, inline drawings, line numbers and permalink signs go; code keeps
/// its white space. Claims keep the tag that the author wrote, since readers drop whatever else would tell a fact
/// from a guess. Classes and `data-` attributes go as well: no reader uses them, and a feed of twenty notes is large
/// enough. Only `class="language-…"` of code stays, so that a feed can be imported again.
public final class FeedContent {
  private FeedContent() {}

  /// The whole text of a note, or any other pieces of it.
  ///
  /// @param page the absolute address of the page the pieces stand on; with `base_url: https://x.org/lab/` it is
  ///             something like `https://x.org/lab/post/hbm4/`
  public static String of(List<Piece> pieces, FeedHoles holes, String page) {
    return clean(Filling.of(pieces, holes), page);
  }

  /// Markup from elsewhere, such as a table of figures or a claim's text, by the same rules.
  public static String clean(String html, String page) {
    PageAddress address = PageAddress.of(page);
    String markup = XmlText.clean(html);
    return new PlainMarkup(markup, address).rewritten().orElseGet(() -> ParsedMarkup.rewritten(markup, address));
  }

  /// The tag of a claim as the author wrote it. A claim in the form of a directive has no such tag and gets one of
  /// the same look; under a heading that is a tag, the heading says it already.
  ///
  /// @param word the word of its kind in the language of its note, plain text: `Fact`, `사실`
  public static String claimTag(ClaimDraft claim, String word) {
    return switch (claim.form()) {
      case TAG -> claim.written();
      case HEADING -> "";
      case DIRECTIVE -> "<strong>[" + Markup.text(word) + "]</strong>";
    };
  }
}
