package dev.assay.view;

import java.util.List;

/// The page on which readers search the site.
///
/// @param frame     what surrounds it
/// @param index     the address of the folder that holds the index
/// @param languages the languages that have notes: as tag and own name; the page's own first
public record SearchPage(FrameView frame, String index, List<LanguageChoice> languages) implements PageView {
  public SearchPage {
    languages = List.copyOf(languages);
  }

  /// A language that notes are written in.
  ///
  /// @param tag  as BCP 47 has it: `ko`
  /// @param name its own name: `한국어`
  public record LanguageChoice(String tag, String name) {}
}
