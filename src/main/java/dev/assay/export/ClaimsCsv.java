package dev.assay.export;

import dev.assay.claim.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/// Claims as a table: one row a claim. A list is one field, its values separated by a space, since neither names nor
/// addresses have one; names of entities and sources, which may, are separated by `; `.
public final class ClaimsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "id", "kind", "status", "text", "asserted", "due", "probability", "note", "url", "sources", "because", "entities",
          "file");

  private ClaimsCsv() {}

  /// The table of these claims, in their order.
  public static byte[] write(List<ClaimRow> claims) {
    Csv csv = Csv.of(COLUMNS);
    claims.forEach(claim -> csv.row(fields(claim)));
    return csv.bytes();
  }

  /// Claims, and below them checkpoints, whose kind is `checkpoint`; the claims they bear on stand where a claim has its
  /// premises.
  public static byte[] write(List<ClaimRow> claims, List<CheckpointRow> checkpoints) {
    Csv csv = Csv.of(COLUMNS);
    claims.forEach(claim -> csv.row(fields(claim)));
    checkpoints.forEach(checkpoint -> csv.row(fields(checkpoint)));
    return csv.bytes();
  }

  /// The same of claims whose rows are made one after the other.
  public static void late(List<LateRow> claims, OutputStream out) throws IOException {
    Csv csv = Csv.of(COLUMNS);
    for (LateRow claim : claims) {
      csv.row(fields(claim.row())).to(out);
    }
    csv.to(out);
  }

  private static List<String> fields(ClaimRow row) {
    return List.of(
        row.id(),
        row.kind().word(),
        row.status(),
        row.text(),
        row.asserted().map(Object::toString).orElse(""),
        row.due().orElse(""),
        row.probability().isPresent() ? Double.toString(row.probability().getAsDouble()) : "",
        row.note(),
        row.url(),
        row.sources().stream().map(ClaimsCsv::source).collect(Collectors.joining("; ")),
        String.join(" ", row.because()),
        String.join("; ", row.entities()),
        row.file());
  }

  private static List<String> fields(CheckpointRow row) {
    return List.of(
        row.id(), "checkpoint", row.status(), row.text(), row.asserted().map(Object::toString).orElse(""), row.due().orElse(""), "", row.note(),
        row.url(), "", String.join(" ", row.claims()), "", row.file());
  }

  private static String source(Source source) {
    return switch (source) {
      case Source.Web(String url, _) -> url;
      case Source.Citation(String key, String locator) -> "@" + key + (locator.isEmpty() ? "" : ", " + locator);
      case Source.Attribution(String name) -> name;
    };
  }
}
