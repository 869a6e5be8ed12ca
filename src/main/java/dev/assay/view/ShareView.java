package dev.assay.view;

import java.util.List;

/// What networks, messengers and reference managers are told of a page.
///
/// @param type      Open Graph's word for it: `article` or `website`
/// @param alt       what the page's picture shows, in words; empty when it only decorates, or there is none
/// @param width     of the picture, in pixels; 0 when that is not known
/// @param height    of the same
/// @param citations the page for a list of references, in each form
public record ShareView(String type, String alt, int width, int height, List<Citation> citations) {
  public static final String ARTICLE = "article";
  public static final String WEBSITE = "website";

  public ShareView {
    citations = List.copyOf(citations);
  }

  /// The page for a list of references.
  ///
  /// @param address where the file is
  /// @param type    its media type
  /// @param label   what people call the form: `BibTeX`
  public record Citation(String address, String type, String label) {}
}
