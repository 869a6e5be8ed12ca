package dev.assay.catalog;

import dev.assay.note.Digest;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/// The ids that feeds give to notes which carry none.
public final class FeedIds {
  private FeedIds() {}

  /// An id derived from the file's path and the site's own host: the same whatever the title, the address, the
  /// template or the machine. Only a rename of the file changes it, and `assay fix --ids` guards against that.
  public static String of(Site site, SourceId source) {
    String host = site.baseUrl().isEmpty() ? "" : URI.create(site.baseUrl()).getHost();
    Digest digest = Digest.of("assay feed id\n" + (host == null ? "" : host.toLowerCase(Locale.ROOT)) + "\n" + source);
    // RFC 9562, version 8: a name-based UUID with a hash of our choice.
    long high = (digest.high() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (digest.low() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return "urn:uuid:" + new UUID(high, low);
  }
}
