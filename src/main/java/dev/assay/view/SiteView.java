package dev.assay.view;

import java.util.List;

/// What is the same on all pages of one language.
///
/// @param title     the site's name
/// @param language  the site's first language as a tag
/// @param base      the path of the site on its host without a slash at the end: empty, or `/research`; assets hang
///                  below it
/// @param home      the address of the home page in this language
/// @param search    the address of the search page in this language; empty for a site without search
/// @param logo      the address of the site's own logo; empty for the theme's
/// @param authors   who writes the site, with their addresses where they gave one
/// @param foot      what the foot of every page leads to: the feeds page, the ledger, tags
/// @param policy    what browsers let its pages do, as a Content-Security-Policy; empty for none
/// @param settings  the site's free settings for templates (`theme` in `site.yaml`)
public record SiteView(
    String title,
    String language,
    String base,
    String home,
    String search,
    String logo,
    List<LinkView> authors,
    List<LinkView> foot,
    String policy,
    Settings settings) {
  public SiteView {
    authors = List.copyOf(authors);
    foot = List.copyOf(foot);
  }
}
