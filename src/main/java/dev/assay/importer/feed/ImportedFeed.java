package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What a feed says, in one form for all formats.
///
/// @param format      what it is: `RSS 2.0`, `Atom 1.0`, `JSON Feed 1.1`, …
/// @param title       plain text, or empty
/// @param link        the page that it is the feed of, absolute; empty when it does not say
/// @param self        its own address, absolute; empty when it does not say
/// @param description plain text, or empty
/// @param language    the tag as it was written, or empty
/// @param authors     of all items that name none
/// @param date        when it changed last, by its own account
/// @param items       in the feed's order
/// @param remarks     what had to be forgiven, and what stopped the reader
public record ImportedFeed(
    String format,
    String title,
    String link,
    String self,
    String description,
    String language,
    List<String> authors,
    Optional<OffsetDateTime> date,
    List<ImportedItem> items,
    List<Remark> remarks) {
  public ImportedFeed {
    authors = List.copyOf(authors);
    items = List.copyOf(items);
    remarks = List.copyOf(remarks);
  }
}
