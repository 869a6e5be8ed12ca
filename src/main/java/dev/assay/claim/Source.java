package dev.assay.claim;

/// What a claim rests on outside the site.
public sealed interface Source {
  /// An entry of the bibliography, by its key.
  record Citation(String key) implements Source {}

  /// An address on the web, with the words that were linked; the words may be empty.
  record Web(String url, String text) implements Source {}

  /// Someone named in the sentence: "Per Reuters, …". A source of lesser rank: nobody can follow it.
  record Attribution(String name) implements Source {}
}
