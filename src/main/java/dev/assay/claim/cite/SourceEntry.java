package dev.assay.claim.cite;

import dev.assay.problem.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One entry of a bibliography, in CSL's terms.
///
/// @param key   what citations call it
/// @param type  a type of CSL: `article-journal`, `webpage`
/// @param texts variables of CSL that are text, by name: `title`, `container-title`, `URL`. A title may hold the markup
///              that CSL allows: `<i>`, `<b>`, `<sup>`, `<sub>`
/// @param names variables of CSL that are names: `author`, `editor`
/// @param dates variables of CSL that are dates: `issued`, `accessed`
/// @param place its key in its file
public record SourceEntry(
    String key,
    String type,
    Map<String, String> texts,
    Map<String, List<PersonName>> names,
    Map<String, PartialDate> dates,
    Place place) {
  public SourceEntry {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    names = Collections.unmodifiableMap(new TreeMap<>(names));
    dates = Collections.unmodifiableMap(new TreeMap<>(dates));
  }

  /// A text variable; empty when it is not given.
  public String text(String variable) {
    return texts.getOrDefault(variable, "");
  }

  /// Its title without markup; its key when it has none.
  public String title() {
    String title = RichText.plain(text("title"));
    return title.isEmpty() ? key : title;
  }

  /// Where it can be read: its address, or that of its DOI; empty when it has neither.
  public String address() {
    String url = text("URL");
    if (url.startsWith("https://") || url.startsWith("http://")) {
      return url;
    }
    String doi = text("DOI").replaceFirst("^(?i)(https?://(dx\\.)?doi\\.org/|doi:\\s*)", "");
    return doi.isEmpty() ? "" : "https://doi.org/" + doi.replace(" ", "%20").replace("\"", "%22").replace("<", "%3C").replace(">", "%3E");
  }

  /// When it appeared.
  public Optional<PartialDate> issued() {
    return Optional.ofNullable(dates.get("issued"));
  }

  /// When the writer last looked at it.
  public Optional<PartialDate> accessed() {
    return Optional.ofNullable(dates.get("accessed"));
  }

  /// Who stands for it: its authors, else its editors, else whoever published it.
  public List<PersonName> makers() {
    for (String role : List.of("author", "editor", "director", "translator")) {
      List<PersonName> found = names.getOrDefault(role, List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    String publisher = RichText.plain(text("publisher").isEmpty() ? text("container-title") : text("publisher"));
    return publisher.isEmpty() ? List.of() : List.of(PersonName.literal(publisher));
  }

  /// A short name for margins and lists: `Smith and Doe 2024`, `김철수·이영희 2026`, `Reuters 2026`.
  public String label(boolean korean) {
    String who = ShortNames.of(makers(), korean);
    String when = issued().map(PartialDate::year).orElse("");
    String name = who.isEmpty() ? title() : who;
    return when.isEmpty() ? name : name + " " + when;
  }
}
