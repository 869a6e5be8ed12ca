package dev.assay.claim.cite;

import java.util.List;

/// One citation in a text: `[see @smith2024, pp. 4–6; @reuters]`, `[-@smith2024]`, `@smith2024 [p. 4]`.
///
/// @param cites  the sources it names, in the order of the text
/// @param inText whether the source's author is part of the sentence
public record Citation(List<Cite> cites, boolean inText) {
  public Citation {
    cites = List.copyOf(cites);
  }

  /// One source in a citation.
  ///
  /// @param key            the entry's key
  /// @param prefix         what stands before it: `see`
  /// @param withoutAuthor  whether the sentence names the author already
  /// @param locator        where in the source; [Locator#NONE] when it is not said
  /// @param suffix         what else stands behind it
  /// @param start          where the key begins in the citation's text, without its `@`
  /// @param end            where it ends
  public record Cite(String key, String prefix, boolean withoutAuthor, Locator locator, String suffix, int start, int end) {}
}
