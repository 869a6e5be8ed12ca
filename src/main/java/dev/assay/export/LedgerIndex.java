package dev.assay.export;

import dev.assay.view.ClaimView;
import dev.assay.view.SourceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The ledger as the script of `/claims/` filters it: short, each name once.
///
/// ```
/// {"total": 12000, "notes": [{"t": "Title", "a": "/post/x/"}], "entities": […], "hubs": […], "sources": […],
///  "claims": [{"k": "fact", "s": "open", "t": "text", "n": 0, "a": "#anchor", "d": "2026-05-01", "u": "2026-Q4",
///              "e": [0], "h": [0], "q": [0]}]}
/// ```
///
/// `n` is an index of `notes`, `e` of `entities`, `h` of `hubs`, `q` of `sources`; lists and dates that are empty are
/// left out. A ledger of more than [#LIMIT] claims has the newest of them, and `total` says how many there are.
public final class LedgerIndex {
  /// The largest number of claims that a browser is asked to hold.
  public static final int LIMIT = 20_000;

  private static final int TEXT = 300;

  private final Map<List<String>, Integer> notes = new LinkedHashMap<>();
  private final Map<String, Integer> entities = new LinkedHashMap<>();
  private final Map<String, Integer> hubs = new LinkedHashMap<>();
  private final Map<String, Integer> sources = new LinkedHashMap<>();

  private LedgerIndex() {}

  /// One claim.
  ///
  /// @param entities what it speaks of
  /// @param hubs     the hubs whose notes make it
  public record Line(ClaimView claim, List<String> entities, List<String> hubs) {}

  /// One line of the file, its names replaced by numbers.
  private record Row(ClaimView claim, int note, List<Integer> entities, List<Integer> hubs, List<Integer> sources) {}

  /// The file.
  ///
  /// @param total how many claims there are, of which these are the newest
  public static byte[] write(int total, Supplier<List<Line>> lines) {
    return new LedgerIndex().file(total, lines.get());
  }

  private byte[] file(int total, List<Line> lines) {
    List<Row> claims = new ArrayList<>();
    for (Line line : lines) {
      ClaimView claim = line.claim();
      claims.add(
          new Row(
              claim, number(notes, List.of(claim.noteTitle(), claim.noteAddress())), numbers(entities, line.entities()), numbers(hubs, line.hubs()),
              numbers(sources, claim.sources().stream().map(LedgerIndex::name).distinct().toList())));
    }
    return JsonFile.of(
        json ->
            json.number("total", total)
                .objects("notes", List.copyOf(notes.keySet()), (out, note) -> out.text("t", note.getFirst()).text("a", note.getLast()))
                .texts("entities", List.copyOf(entities.keySet()))
                .texts("hubs", List.copyOf(hubs.keySet()))
                .texts("sources", List.copyOf(sources.keySet()))
                .lines("claims", claims, LedgerIndex::claim));
  }

  private static void claim(JsonFile json, Row line) {
    ClaimView claim = line.claim();
    int hash = claim.address().indexOf('#');
    json.text("k", claim.kind()).text("s", claim.status()).text("t", cut(claim.text())).number("n", line.note()).text("a", hash < 0 ? "" : claim.address().substring(hash));
    if (!claim.asserted().iso().isEmpty()) {
      json.text("d", claim.asserted().iso());
    }
    if (!claim.due().iso().isEmpty()) {
      json.text("u", claim.due().text());
    }
    list(json, "e", line.entities());
    list(json, "h", line.hubs());
    list(json, "q", line.sources());
  }

  private static void list(JsonFile json, String name, List<Integer> numbers) {
    if (!numbers.isEmpty()) {
      json.numbers(name, numbers);
    }
  }

  /// A web address counts as its site.
  private static String name(SourceView source) {
    if (!source.rank().equals("link")) {
      return source.text();
    }
    String rest = source.address().substring(source.address().indexOf("://") + 3);
    return rest.replaceFirst("[/?#].*", "").replaceFirst("^www\\.", "");
  }

  private static String cut(String text) {
    return text.length() <= TEXT ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, TEXT) - 1)) + "…";
  }

  private static <T> int number(Map<T, Integer> known, T value) {
    return known.computeIfAbsent(value, _ -> known.size());
  }

  private static List<Integer> numbers(Map<String, Integer> known, List<String> values) {
    return values.stream().map(value -> number(known, value)).toList();
  }
}
