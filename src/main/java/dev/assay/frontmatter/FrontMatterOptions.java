package dev.assay.frontmatter;

import dev.assay.note.Site;
import java.time.ZoneId;
import java.util.Map;

/// What the site says about the heads of its notes.
///
/// @param zone   the zone of dates without an offset
/// @param fields the site's own keys and their types: `text`, `number`, `date`, `list` or `bool`
public record FrontMatterOptions(ZoneId zone, Map<String, String> fields) {
  /// What a site has set.
  public static FrontMatterOptions of(Site site) {
    return new FrontMatterOptions(site.zone(), site.fields());
  }
}
