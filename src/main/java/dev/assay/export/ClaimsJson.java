package dev.assay.export;

import dev.assay.claim.Source;
import dev.assay.note.SitePath;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The ledger as `/claims.json`. Every claim has every property; what is not known is `null` or an empty list.
///
/// A source is an object with one of `url` (and the `text` that was linked), `citation` (a key of the bibliography, with the `locator` as it is
/// shown, `p. 4`, and `null` for the whole) or `attribution` (someone named in the sentence).
public final class ClaimsJson {
  /// Above this many claims the file is an index of parts by year.
  public static final int LIMIT = 10_000;

  private static final SitePath ADDRESS = new SitePath("/claims.json");

  private ClaimsJson() {}

  /// One file with all these claims, in their order.
  public static byte[] write(List<ClaimRow> claims) {
    return JsonFile.of(json -> json.lines("claims", claims, ClaimsJson::claim));
  }

  /// Claims, and checkpoints beside them as `"checkpoints":[{"id","text","strong","weak","note","url","claims","status",
  /// "asserted","due","file"}]`.
  public static byte[] write(List<ClaimRow> claims, List<CheckpointRow> checkpoints) {
    return JsonFile.of(json -> json.lines("claims", claims, ClaimsJson::claim).lines("checkpoints", checkpoints, ClaimsJson::checkpoint));
  }

  /// One file of the ledger.
  ///
  /// @param claims those it speaks of: its bytes are named by their digests
  /// @param content its properties
  public record File(SitePath address, List<LateRow> claims, Content content) {
    /// Writes it, piece by piece: a year of a large ledger does not fit into memory.
    public void to(OutputStream out) throws IOException {
      JsonFile.pour(out, content::write);
    }

    byte[] bytes() {
      return JsonFile.of(content::write);
    }
  }

  /// What stands in a file.
  @FunctionalInterface
  interface Content {
    void write(JsonFile json);
  }

  /// Every file of the ledger, `/claims.json` first. A large ledger has a part for each year in which claims were asserted
  /// (`/claims/2026.json`), and one for those without a date (`/claims/undated.json`); then `/claims.json` is
  /// `{"parts":[{"year","url","claims"}]}`, newest year first, and undated ones last with `null`. Each is written only when it
  /// is asked for: a year in which nothing has changed costs nothing.
  ///
  /// @param absolute makes an address of the site absolute
  public static List<File> files(List<LateRow> claims, Function<SitePath, String> absolute) {
    return files(claims, absolute, LIMIT);
  }

  static List<File> files(List<LateRow> claims, Function<SitePath, String> absolute, int limit) {
    if (claims.size() <= limit) {
      return List.of(new File(ADDRESS, claims, json -> late(json, claims)));
    }
    List<Part> parts = parts(claims);
    List<File> files = new ArrayList<>();
    files.add(new File(ADDRESS, claims, json -> json.lines("parts", parts, (out, part) -> entry(out, part, absolute))));
    parts.forEach(part -> files.add(new File(part.address(), part.claims(), json -> late(json, part.claims()))));
    return List.copyOf(files);
  }

  private static void late(JsonFile json, List<LateRow> claims) {
    json.lines("claims", claims, (out, late) -> claim(out, late.row()));
  }

  /// The claims of one year; no year for claims without a date.
  private record Part(Optional<Integer> year, List<LateRow> claims) {
    SitePath address() {
      return new SitePath("/claims/" + year.map(String::valueOf).orElse("undated") + ".json");
    }
  }

  /// Some claims of the ledger, known by their numbers.
  private static final class Some extends AbstractList<LateRow> {
    private final List<LateRow> all;
    private final int[] numbers;

    Some(List<LateRow> all, IntStream numbers) {
      this.all = all;
      this.numbers = numbers.toArray();
    }

    @Override
    public LateRow get(int index) {
      return all.get(numbers[index]);
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }

  private static List<Part> parts(List<LateRow> claims) {
    TreeMap<Integer, IntStream.Builder> byYear = new TreeMap<>();
    IntStream.Builder undated = IntStream.builder();
    for (int i = 0; i < claims.size(); i++) {
      claims.get(i).asserted()
          .map(date -> byYear.computeIfAbsent(date.getYear(), _ -> IntStream.builder()))
          .orElse(undated)
          .add(i);
    }
    List<Part> parts = new ArrayList<>();
    byYear.descendingMap().forEach((year, numbers) -> parts.add(new Part(Optional.of(year), new Some(claims, numbers.build()))));
    List<LateRow> rest = new Some(claims, undated.build());
    if (!rest.isEmpty()) {
      parts.add(new Part(Optional.empty(), rest));
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

  private static void checkpoint(JsonFile json, CheckpointRow row) {
    json.text("id", row.id())
        .text("text", row.text())
        .text("strong", row.strong())
        .text("weak", row.weak())
        .text("note", row.note())
        .text("url", row.url())
        .texts("claims", row.claims())
        .text("status", row.status())
        .text("asserted", row.asserted().map(LocalDate::toString))
        .text("due", row.due())
        .text("file", row.file());
  }

  private static void source(JsonFile json, Source source) {
    switch (source) {
      case Source.Web(String url, String text) -> json.text("url", url).text("text", text);
      case Source.Citation(String key, String locator) -> {
        json.text("citation", key).text("locator", locator.isEmpty() ? Optional.empty() : Optional.of(locator));
      }
      case Source.Attribution(String name) -> json.text("attribution", name);
    }
  }

  private static void change(JsonFile json, ClaimRow.Change change) {
    json.text("date", change.date().toString()).text("status", change.status()).text("note", change.note());
  }
}
