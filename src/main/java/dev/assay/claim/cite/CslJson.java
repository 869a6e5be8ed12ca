package dev.assay.claim.cite;

import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Hands entries to the citation processor: it never reads a bibliography itself.
final class CslJson {
  private CslJson() {}

  /// @param yearSuffix what tells two entries of one author and year apart: `a`, `b`; empty when nothing has to
  static CSLItemData item(SourceEntry entry, String yearSuffix) {
    Map<String, Object> json = new HashMap<>();
    json.put("id", entry.key());
    json.put("type", entry.type());
    entry.texts().forEach((name, text) -> {
      if (!name.equals("note") && !name.equals("abstract") && !name.equals("keyword")) {
        json.put(name, text);
      }
    });
    entry.names().forEach((name, people) -> json.put(name, people.stream().map(CslJson::name).toList()));
    entry.dates().forEach((name, date) -> json.put(name, date(date)));
    CSLItemData item = CSLItemData.fromJson(json);
    return yearSuffix.isEmpty() ? item : new CSLItemDataBuilder(item).yearSuffix(yearSuffix).build();
  }

  private static Map<String, Object> name(PersonName name) {
    Map<String, Object> json = new HashMap<>();
    put(json, "literal", name.literal());
    put(json, "family", name.family());
    put(json, "given", name.given());
    put(json, "non-dropping-particle", name.particle());
    put(json, "suffix", name.suffix());
    return json;
  }

  private static Map<String, Object> date(PartialDate date) {
    Map<String, Object> json = new HashMap<>();
    List<List<Integer>> parts = new ArrayList<>();
    date.from().ifPresent(point -> parts.add(parts(point)));
    date.to().ifPresent(point -> parts.add(parts(point)));
    if (!parts.isEmpty()) {
      json.put("date-parts", parts);
    }
    put(json, "literal", date.literal());
    return json;
  }

  private static List<Integer> parts(PartialDate.Point point) {
    return point.month() == 0
        ? List.of(point.year())
        : point.day() == 0 ? List.of(point.year(), point.month()) : List.of(point.year(), point.month(), point.day());
  }

  private static void put(Map<String, Object> json, String key, String text) {
    if (!text.isEmpty()) {
      json.put(key, text);
    }
  }
}
