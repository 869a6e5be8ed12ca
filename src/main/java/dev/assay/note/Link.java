package dev.assay.note;

import dev.assay.problem.Place;

/// An address that a note speaks of, as it was written.
///
/// @param target   what was written, decoded: `other.md#price`, `https://…`, `#name`; its scheme has been checked
/// @param role     whether it is followed or shown
/// @param text     the link's words or the image's alternative text, without markup
/// @param sentence the words around it, without markup, for a backlink; at most about 200 characters
/// @param place    where the target is written
public record Link(String target, Role role, String text, String sentence, Place place) {
  private static final int SHORT = 24;

  public Link {
    // "source", "here", the name of a paper: what many links say is kept once for all of them.
    text = text.length() <= SHORT ? text.intern() : text;
  }

  /// What the link is for.
  public enum Role {
    /// A link that a reader follows.
    FOLLOW,
    /// An image or other file that the page shows.
    SHOW,
    /// An address from the root of the site in HTML that the site trusts. It is taken as it is, whether it leads to a page or
    /// to something that another program answers.
    RAW,
    /// A source that is cited in brackets: the target is its key, the text where in it (`p. 4`).
    CITE,
    /// A claim by its name, `#name` or `slug#name`, where the format asks for one: in a table of checkpoints. The ledger answers
    /// for one that does not exist.
    CLAIM,
    /// A word with `@` that cites a source when the bibliography has it, and is text when not.
    MENTION
  }
}
