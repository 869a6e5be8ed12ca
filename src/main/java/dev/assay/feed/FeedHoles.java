package dev.assay.feed;

import dev.assay.note.Piece;

/// What fills the holes of a body in a feed. Each number is an index into the note's own list of that thing.
public interface FeedHoles {
  /// The absolute address behind a link or image; an external one as it was written. Not escaped.
  String target(int link);

  /// The size of a picture as attributes, each with a space before it; empty where it is not known or was given.
  default String size(Piece.Picture picture) {
    return "";
  }

  /// The title of the note that a link without words leads to, plain text.
  String linkTitle(int link);

  /// The anchor of a claim on its page; empty for one that needs none.
  String claimAnchor(int claim);

  /// The tag of a claim as markup: see [FeedContent#claimTag], which gives it for a draft.
  String claimTag(int claim);

  /// The block of a directive as plain markup: tables of text, pictures as `<img>`. Addresses may be relative to the
  /// note's page.
  String directive(int directive);

  /// A figure or datum inside a sentence, plain text.
  String role(int role);

  /// A word of the theme in the note's language, plain text.
  String word(String key);
}
