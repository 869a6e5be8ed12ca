package dev.assay.claim;

/// What a claim rests on outside the site.
public sealed interface Source {
  /// An entry of the bibliography.
  ///
  /// @param key     its key
  /// @param locator where in it, as people write it (`p. 4`); empty for the whole
  record Citation(String key, String locator) implements Source {}

  /// An address on the web, with the words that were linked; the words may be empty.
  record Web(String url, String text) implements Source {}

  /// Someone named in the sentence: "Per Reuters, …". A source of lesser rank: nobody can follow it.
  record Attribution(String name) implements Source {}
}
