package dev.assay.build;

import dev.assay.build.cache.Digests;
import dev.assay.claim.Claim;
import dev.assay.export.CalendarFile;
import dev.assay.export.ClaimsCsv;
import dev.assay.export.ClaimsJson;
import dev.assay.export.FigureCsv;
import dev.assay.export.FigureJson;
import dev.assay.export.LateRow;
import dev.assay.export.LedgerIndex;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.view.project.LedgerPages;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a site that programs read: the ledger, what its script filters, calendars, and the figures of scenarios.
final class DataFiles {
  private final Model model;
  private final Analysis analysis;
  private final Projection projection;

  DataFiles(Analysis analysis, Projection projection) {
    this.model = analysis.model();
    this.analysis = analysis;
    this.projection = projection;
  }

  List<Artifact> all() {
    List<Artifact> artifacts = new ArrayList<>(claims());
    artifacts.addAll(calendars());
    artifacts.addAll(figures());
    return artifacts;
  }

  private List<Artifact> claims() {
    List<LateRow> rows = analysis.ledger(claim -> projection.digest(claim, model.site().language()));
    List<Artifact> artifacts = new ArrayList<>();
    for (ClaimsJson.File file : ClaimsJson.files(rows, model.base()::absolute)) {
      artifacts.add(
          new Artifact(
              file.address(), Stage.LIST, Recipes.of("claims", digest(file.claims()), model.base().url()), () -> new Maker.Poured(file::to)));
    }
    artifacts.add(
        new Artifact(
            new SitePath("/claims.csv"), Stage.LIST, Recipes.of("claims.csv", digest(rows), model.base().url()),
            () -> new Maker.Poured(out -> ClaimsCsv.late(rows, out))));
    model.catalog().languages().forEach(language -> ledgerIndex(language).ifPresent(artifacts::add));
    return artifacts;
  }

  private static String digest(List<LateRow> rows) {
    Digest.OfPieces all = new Digest.OfPieces();
    ByteBuffer digest = ByteBuffer.allocate(2 * Long.BYTES);
    for (LateRow row : rows) {
      Digest name = row.digest();
      digest.clear().putLong(name.high()).putLong(name.low());
      all.add(digest.array());
    }
    return all.digest().hex();
  }

  private List<Artifact> calendars() {
    Calendars calendars = new Calendars(model, projection);
    List<Artifact> artifacts = new ArrayList<>();
    for (Language language : model.catalog().languages()) {
      String name = calendars.name(language);
      artifacts.add(
          new Artifact(
              calendars.address(language), Stage.LIST, Recipes.of("calendar", name, model.base().url(), calendars.digest(language).hex()),
              () -> new Maker.Made(CalendarFile.of(name, calendars.entries(language)))));
    }
    return artifacts;
  }

  /// What the script of the ledger filters; none for a ledger without claims.
  private Optional<Artifact> ledgerIndex(Language language) {
    List<Claim> all = projection.ledger(language);
    List<Claim> some = all.subList(0, Math.min(all.size(), LedgerIndex.LIMIT));
    List<Object> recipe = new ArrayList<>(List.of("ledger", all.size()));
    for (Claim claim : some) {
      recipe.add(projection.digest(claim, language).hex());
      recipe.add(LedgerPages.hubs(model, claim, language));
      recipe.add(List.copyOf(LedgerPages.entities(model, claim)));
    }
    Artifact index =
        new Artifact(
            projection.ledgerIndex(language), Stage.LIST, Recipes.of(recipe),
            () -> new Maker.Made(LedgerIndex.write(all.size(), () -> lines(some, language))));
    return all.isEmpty() ? Optional.empty() : Optional.of(index);
  }

  private List<LedgerIndex.Line> lines(List<Claim> claims, Language language) {
    return claims.stream()
        .flatMap(
            claim ->
                projection.claim(claim, language)
                    .map(view -> new LedgerIndex.Line(view, List.copyOf(LedgerPages.entities(model, claim)), LedgerPages.hubs(model, claim, language)))
                    .stream())
        .toList();
  }

  /// The figures of each scenario that a note shows. A scenario names all that its figures are computed from but the
  /// shipped catalog, which is part of the program.
  private List<Artifact> figures() {
    List<Artifact> artifacts = new ArrayList<>();
    analysis.files()
        .forEach(
            (address, figures) -> {
              String scenario = Digests.digestOf(figures.scenario()).hex();
              artifacts.add(
                  new Artifact(
                      new SitePath(address + ".json"), Stage.ASSET, Recipes.of("figures.json", scenario),
                      () -> new Maker.Made(FigureJson.write(figures))));
              artifacts.add(
                  new Artifact(
                      new SitePath(address + ".csv"), Stage.ASSET, Recipes.of("figures.csv", scenario),
                      () -> new Maker.Made(FigureCsv.write(figures))));
            });
    return artifacts;
  }
}
