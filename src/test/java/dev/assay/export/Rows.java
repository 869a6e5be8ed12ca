package dev.assay.export;

import dev.assay.claim.Source;
import dev.assay.note.Digest;
import dev.assay.note.Kind;
import dev.assay.note.SitePath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Claims for tests.
final class Rows {
  static final ClaimRow FULL =
      new ClaimRow(
          "hbm4#price", Kind.SPECULATION, "HBM4 costs \"twice\", or more", "HBM4 costs <em>twice</em>", "hbm4",
          "https://example.org/post/hbm4/#price", List.of("https://example.org/post/hbm4/#price", "https://example.org/ko/post/hbm4/#price"),
          List.of(new Source.Web("https://x.org/?a=1&b=2", "a report"), new Source.Citation("kim2026", ""), new Source.Attribution("Reuters, Seoul")),
          List.of("hbm4#yield", "hbm4#base.tokens_per_joule"), "refuted", Optional.of(LocalDate.of(2026, 11, 5)),
          Optional.of("2026-Q4"), OptionalDouble.of(0.7), List.of("SK hynix", "TSMC"),
          List.of(new ClaimRow.Change(LocalDate.of(2026, 11, 20), "refuted", "It was three times")), "content/post/hbm4.md");

  private Rows() {}

  static ClaimRow bare(String id, Optional<LocalDate> asserted) {
    return new ClaimRow(
        id, Kind.FACT, "한국어 🚀", "한국어 🚀", "a", "https://example.org/" + id, List.of("https://example.org/" + id), List.of(),
        List.of(), "standing", asserted, Optional.empty(), OptionalDouble.empty(), List.of(), List.of(), "content/a.md");
  }

  static List<LateRow> late(List<ClaimRow> rows) {
    return rows.stream().map(row -> (LateRow) new Late(row)).toList();
  }

  private record Late(ClaimRow row) implements LateRow {
    @Override
    public Optional<LocalDate> asserted() {
      return row.asserted();
    }

    @Override
    public Digest digest() {
      return Digest.of(row.toString());
    }
  }

  static String absolute(SitePath path) {
    return "https://example.org" + path;
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
