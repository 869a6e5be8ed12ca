package dev.assay.view;

import java.util.List;

/// The index of a taxonomy: all tags, all categories.
///
/// @param frame    what surrounds it
/// @param taxonomy `tags`, `categories`, `series`, `authors`, `entities`
/// @param terms    the terms in the order of the language's alphabet
public record TermsPage(FrameView frame, String taxonomy, List<TermView> terms) implements PageView {
  public TermsPage {
    terms = List.copyOf(terms);
  }
}
