package dev.assay.export;

import dev.assay.claim.cite.PersonName;
import java.time.LocalDate;
import java.util.List;

/// A note as others cite it.
///
/// @param key      names it in a list of references: letters, digits and dashes
/// @param post     whether it is a post of the site, or another page of it
/// @param authors  at least one
/// @param site     the name of the site
/// @param url      its full address
/// @param language its language as a tag
/// @param summary  one sentence or a few; empty when there is none
/// @param keywords what it is about
public record Citable(
    String key, boolean post, String title, List<PersonName> authors, LocalDate date, String site, String url, String language, String summary,
    List<String> keywords) {
  public Citable {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
  }
}
