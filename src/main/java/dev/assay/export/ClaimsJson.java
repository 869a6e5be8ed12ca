package dev.assay.export;

import dev.assay.claim.Source;
import dev.assay.note.SitePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// The ledger as `/claims.json`. Every claim has every property; what is not known is `null` or an empty list.
///
/// A source is an object with one of `url` (and the `text` that was linked), `citation` (a key of the bibliography, with its `locator` where it has one)
/// or `attribution` (someone named in the sentence).
public final class ClaimsJson {
  /// Above this many claims the file is an index of parts by year.
  public static final int LIMIT = 10_000;

  private static final SitePath ADDRESS = new SitePath("/claims.json");

  private ClaimsJson() {}

  /// One file with all these claims, in their order.
  public static byte[] write(List<ClaimRow> claims) {
    return JsonFile.of(json -> json.lines("claims", claims, ClaimsJson::claim));
  }

  /// Every file of the ledger by its address, `/claims.json` first. A large ledger has a part for each year in which
  /// claims were asserted (`/claims/2026.json`), and one for those without a date (`/claims/undated.json`); then
  /// `/claims.json` is `{"parts":[{"year","url","claims"}]}`, newest year first, and undated ones last with `null`.
  ///
  /// @param absolute makes an address of the site absolute
  public static SequencedMap<SitePath, byte[]> files(List<ClaimRow> claims, Function<SitePath, String> absolute) {
    SequencedMap<SitePath, byte[]> files = new LinkedHashMap<>();
    makers(claims, absolute).forEach((address, maker) -> files.put(address, maker.get()));
    return files;
  }

  /// The same files, each written only when it is asked for: a large ledger that has not changed costs nothing.
  public static SequencedMap<SitePath, Supplier<byte[]>> makers(
      List<ClaimRow> claims, Function<SitePath, String> absolute) {
    return makers(claims, absolute, LIMIT);
  }

  static SequencedMap<SitePath, Supplier<byte[]>> makers(
      List<ClaimRow> claims, Function<SitePath, String> absolute, int limit) {
    SequencedMap<SitePath, Supplier<byte[]>> files = new LinkedHashMap<>();
    if (claims.size() <= limit) {
      files.put(ADDRESS, () -> write(claims));
      return files;
    }
    List<Part> parts = parts(claims);
    files.put(
        ADDRESS, () -> JsonFile.of(json -> json.lines("parts", parts, (out, part) -> entry(out, part, absolute))));
    parts.forEach(part -> files.put(part.address(), () -> write(part.claims())));
    return files;
  }

  /// The claims of one year; no year for claims without a date.
  private record Part(Optional<Integer> year, List<ClaimRow> claims) {
    SitePath address() {
      return new SitePath("/claims/" + year.map(String::valueOf).orElse("undated") + ".json");
    }
  }

  private static List<Part> parts(List<ClaimRow> claims) {
    TreeMap<Integer, List<ClaimRow>> byYear = new TreeMap<>();
    List<ClaimRow> undated = new ArrayList<>();
    for (ClaimRow claim : claims) {
      claim.asserted()
          .map(date -> byYear.computeIfAbsent(date.getYear(), _ -> new ArrayList<>()))
          .orElse(undated)
          .add(claim);
    }
    List<Part> parts = new ArrayList<>();
    byYear.descendingMap().forEach((year, rows) -> parts.add(new Part(Optional.of(year), rows)));
    if (!undated.isEmpty()) {
      parts.add(new Part(Optional.empty(), undated));
    }
    return parts;
  }

  private static void entry(JsonFile json, Part part, Function<SitePath, String> absolute) {
    part.year().ifPresentOrElse(year -> json.number("year", year), () -> json.nothing("year"));
    json.text("url", absolute.apply(part.address())).number("claims", part.claims().size());
  }

  private static void claim(JsonFile json, ClaimRow row) {
    json.text("id", row.id())
        .text("kind", row.kind().word())
        .text("text", row.text())
        .text("html", row.html())
        .text("note", row.note())
        .text("url", row.url())
        .texts("places", row.places())
        .objects("sources", row.sources(), ClaimsJson::source)
        .texts("because", row.because())
        .text("status", row.status())
        .text("asserted", row.asserted().map(LocalDate::toString))
        .text("due", row.due())
        .number("probability", row.probability())
        .texts("entities", row.entities())
        .objects("history", row.history(), ClaimsJson::change)
        .text("file", row.file());
  }

  private static void source(JsonFile json, Source source) {
    switch (source) {
      case Source.Web(String url, String text) -> json.text("url", url).text("text", text);
      case Source.Citation(String key, String locator) -> {
        json.text("citation", key);
        if (!locator.isEmpty()) {
          json.text("locator", locator);
        }
      }
      case Source.Attribution(String name) -> json.text("attribution", name);
    }
  }

  private static void change(JsonFile json, ClaimRow.Change change) {
    json.text("date", change.date().toString()).text("status", change.status()).text("note", change.note());
  }
}
