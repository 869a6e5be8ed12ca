package dev.assay.catalog;

import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import java.util.Optional;

/// Where a link leads.
public sealed interface Destination {
  /// Another site, or a scheme such as `mailto:`; the address is as it was written.
  record Elsewhere(String url) implements Destination {}

  /// An address of this site.
  ///
  /// @param fragment without `#`, decoded; empty when there is none
  /// @param query    with `?`; empty when there is none
  /// @param note     the note at that address, when it is one
  record Here(SitePath path, String query, String fragment, Optional<SourceId> note) implements Destination {}

  /// Nothing; it has been reported.
  record Nowhere(String written) implements Destination {}
}
