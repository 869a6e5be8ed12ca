package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// One item of a feed, in one form for all formats.
///
/// @param id         as it was written; empty when it has none
/// @param link       its page, absolute where the feed lets one know; empty when it has none
/// @param title      plain text, or empty
/// @param date       when it was published, with the offset that was written
/// @param updated    when it changed
/// @param authors    those that it names itself
/// @param terms      its categories, keywords and subjects
/// @param language   the tag as it was written, or empty
/// @param content    its whole text, or what there is of it
/// @param summary    a text that stands beside the whole one
/// @param enclosures files that belong to it
/// @param kind       what it is on its site
/// @param draft      whether it was never published
/// @param remarks    what could not be read of it
public record ImportedItem(
    String id,
    String link,
    String title,
    Optional<OffsetDateTime> date,
    Optional<OffsetDateTime> updated,
    List<String> authors,
    List<Term> terms,
    String language,
    Markup content,
    Optional<Markup> summary,
    List<Enclosure> enclosures,
    Kind kind,
    boolean draft,
    List<Remark> remarks) {
  public ImportedItem {
    authors = List.copyOf(authors);
    terms = List.copyOf(terms);
    enclosures = List.copyOf(enclosures);
    remarks = List.copyOf(remarks);
  }

  /// HTML, and the address that its relative ones are relative to.
  ///
  /// @param base absolute, or empty when nothing says it
  public record Markup(String html, String base) {
    public boolean isBlank() {
      return html.isBlank();
    }
  }

  /// A category.
  ///
  /// @param domain what it is a category of, as it was written; often empty
  public record Term(String domain, String name) {}

  /// A file beside the text.
  ///
  /// @param type its media type, or empty
  public record Enclosure(String url, String type) {}

  /// What items are.
  public enum Kind {
    POST,
    PAGE,
    /// Something that is no note: a comment, an attachment, a template.
    OTHER
  }
}
