package dev.assay.frontmatter;

import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What the site says about the heads of its notes.
///
/// @param zone     the zone of dates without an offset
/// @param fields   the site's own keys and their types: `text`, `number`, `date`, `list` or `bool`
/// @param defaults what a head has where it does not say otherwise
public record FrontMatterOptions(ZoneId zone, Map<String, String> fields, Value.Mapping defaults) {
  private static final Value.Mapping NOTHING = new Value.Mapping(List.of(), Place.ofFile("site.yaml"));

  /// Options without defaults.
  public FrontMatterOptions(ZoneId zone, Map<String, String> fields) {
    this(zone, fields, NOTHING);
  }

  /// What a site has set for all notes.
  public static FrontMatterOptions of(Site site) {
    return new FrontMatterOptions(site.zone(), site.fields());
  }

  /// What it has set for a file: with the defaults of its folders.
  public static FrontMatterOptions of(Site site, SourceId file) {
    return new FrontMatterOptions(site.zone(), site.fields(), NoteDefaults.of(site, file));
  }
}
