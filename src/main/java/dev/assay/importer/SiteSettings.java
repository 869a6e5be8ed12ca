package dev.assay.importer;

import dev.assay.note.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings that an import writes for a site that has none: what the source says of itself, and no more.
///
/// @param title       the site's name
/// @param baseUrl     where it is published; empty when the source does not say
/// @param description one sentence, or empty
/// @param languages   the default one first
/// @param timeZone    the zone of dates without an offset; empty for UTC
/// @param authors     those of the whole source
/// @param permalinks  patterns that keep the old addresses, by folder
public record SiteSettings(
    String title,
    String baseUrl,
    String description,
    List<Language> languages,
    Optional<String> timeZone,
    List<String> authors,
    Map<String, String> permalinks) {
  public SiteSettings {
    languages = List.copyOf(languages);
    authors = List.copyOf(authors);
  }

  /// The file's text.
  public String text() {
    Map<String, HeadValue> entries = new LinkedHashMap<>();
    text(entries, "title", title);
    text(entries, "base_url", baseUrl);
    text(entries, "description", description);
    if (!languages.isEmpty()) {
      text(entries, "language", languages.getFirst().tag());
    }
    if (languages.size() > 1) {
      entries.put("languages", HeadValue.Items.of(languages.stream().map(Language::tag).toList()));
    }
    timeZone.ifPresent(zone -> text(entries, "time_zone", zone));
    if (!authors.isEmpty()) {
      entries.put("authors", HeadValue.Items.of(authors));
    }
    if (!permalinks.isEmpty()) {
      entries.put(
          "permalinks",
          new HeadValue.Table(
              permalinks.entrySet().stream()
                  .<Map.Entry<String, HeadValue>>map(each -> Map.entry(each.getKey(), new HeadValue.Text(each.getValue())))
                  .toList()));
    }
    String made = YamlText.mapping(List.copyOf(entries.entrySet()));
    return "# Made by 'assay import' from what the source says of itself. The guide lists all settings.\n" + made;
  }

  private static void text(Map<String, HeadValue> entries, String key, String value) {
    if (!value.isBlank()) {
      entries.put(key, new HeadValue.Text(value));
    }
  }
}
