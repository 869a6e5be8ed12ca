package dev.assay.note;

import java.util.List;

/// An entity that the running text of a note names, outside of links, headings, code and heads of tables.
///
/// @param entity what the site calls it; what the note's head calls it when the site lists none
/// @param claims indexes of the note's claims whose text names it
public record Mention(String entity, List<Integer> claims) {
  public Mention {
    claims = List.copyOf(claims);
  }
}
