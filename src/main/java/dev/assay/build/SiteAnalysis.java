package dev.assay.build;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Catalog;
import dev.assay.catalog.Catalogs;
import dev.assay.catalog.Edition;
import dev.assay.catalog.Entry;
import dev.assay.catalog.FixedAddresses;
import dev.assay.catalog.Placement;
import dev.assay.chart.NoteMap;
import dev.assay.claim.ClaimNote;
import dev.assay.claim.Ledgers;
import dev.assay.markdown.PolicyCheck;
import dev.assay.note.Language;
import dev.assay.note.Mapper;
import dev.assay.note.Site;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.source.SourceFile;
import dev.assay.template.Strings;
import dev.assay.template.Templates;
import dev.assay.view.project.Base;
import dev.assay.view.project.CitedNotes;
import dev.assay.view.project.Model;
import dev.assay.view.project.Pictures;
import dev.assay.view.project.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Understands a site that has been read: addresses, figures, the ledger, the catalog.
final class SiteAnalysis {
  private SiteAnalysis() {}

  static Analysis of(Reading reading, BuildOptions options) {
    Site site = reading.site();
    LocalDate today = options.today().orElseGet(() -> LocalDate.now(site.zone()));
    String url = options.url(site);
    Placement.Result placed =
        Placement.place(site, new Edition(today, options.drafts(), options.future()), reading.values(), Parallel.mapper(options.jobs()));
    FigureStep.Result figures = FigureStep.of(
            reading, placed.entries(),
            new FigureStep.Venue(new Addresses(site), Base.of(url), words(reading.templates())), options.jobs());
    CheckpointStep.Result checkpoints = CheckpointStep.of(placed.entries());
    Mapper mapper = Parallel.mapper(options.jobs());
    Supplier<Ledgers.Result> join =
        () ->
            Ledgers.join(
                placed.entries().stream().map(entry -> claimNote(entry, site, checkpoints)).toList(), site.language(), figures::has,
                key -> reading.sources().bibliography().entry(key).isPresent(), today, mapper);
    // What notes claim is joined while all that does not ask for claims is found out.
    try (Parallel.Beside<Ledgers.Result> ledger = Parallel.beside(options.jobs(), join)) {
      if (placed.entries().size() > SiteBuild.VAST) {
        ledger.result(); // both at once are more than fits into memory
      }
      return of(reading, options, today, placed, figures, checkpoints, ledger);
    }
  }

  private static Analysis of(
      Reading reading, BuildOptions options, LocalDate today, Placement.Result placed, FigureStep.Result figures,
      CheckpointStep.Result checkpoints, Parallel.Beside<Ledgers.Result> ledger) {
    Site site = reading.site();
    String url = options.url(site);
    CitationStep.Result citations =
        CitationStep.of(reading.sources(), !site.bibliography().isEmpty(), reading.values(), placed.entries());
    Set<String> fixed = new HashSet<>(FixedAddresses.of(site, placed.entries()));
    figures.files().keySet().forEach(file -> fixed.addAll(List.of(file + ".csv", file + ".json")));
    figures.shown().forEach(file -> fixed.add(file.address().value()));
    for (Language language : site.languages()) {
      Addresses addresses = new Addresses(site);
      citations.sources().slugs().values().forEach(slug -> fixed.add(addresses.at(language, "/sources/" + slug + "/").value()));
    }
    LlmsStep.addresses(site, url, reading.assets(), placed.entries().stream().map(Entry::language).distinct().toList()).forEach(file -> fixed.add(file.value()));
    placed.entries().forEach(entry -> CitedNotes.addresses(entry, site, url).forEach(file -> fixed.add(file.value())));
    reading.templates().assets().forEach(asset -> fixed.add(asset.address().value()));
    List<Problem> theme = new ArrayList<>(reading.templates().stopped(PolicyCheck.of(site.policy(), url)));
    theme.addAll(LanguageReport.problems(site.languages(), reading.templates()));
    Catalog catalog = Catalogs.of(site, placed, () -> ledger.result().ledger(), reading.assets().stream().map(SourceFile::id).toList(), fixed);
    List<Problem> problems = new ArrayList<>(reading.problems());
    List.of(figures.problems(), checkpoints.problems(), ledger.result().problems(), citations.problems(), catalog.problems()).forEach(problems::addAll);
    problems.addAll(SiteAddresses.problems(catalog, fixed, settings(reading), reading.assets()));
    if (url.isEmpty() && reading.configured() && reading.problems().stream().noneMatch(Problem::isError)) {
      problems.add(noBaseUrl(reading));
    }
    problems.addAll(theme);
    Model model =
        new Model(
            site, Base.of(url), catalog, ledger.result().ledger(), figures.byNote(), citations.sources(), checkpoints.queries(), today, words(reading.templates()), new NoteMap(), reading.fonts(), Pictures.NONE, Entry::note);
    CardStep.problem(model, settings(reading)).ifPresent(problems::add);
    return new Analysis(model, figures.files(), figures.shown(), figures.count(), reading.parsed(), List.of(), problems);
  }

  private static ClaimNote claimNote(Entry entry, Site site, CheckpointStep.Result checkpoints) {
    return new ClaimNote(
        entry.note(), entry.slug(), entry.language(), entry.address().value(),
        entry.date().map(date -> date.atZoneSameInstant(site.zone()).toLocalDate()),
        checkpoints.bodies().getOrDefault(entry.source(), Map.of()));
  }

  private static Words words(Templates templates) {
    return new ThemeWords(templates);
  }

  /// The words of the theme, over which a site may put its own.
  private record ThemeWords(Templates templates) implements Words {
    @Override
    public String of(Language language, String key) {
      return templates.strings(language).text(key);
    }

    @Override
    public String of(Language language, String key, int number) {
      return templates.strings(language).text(key, number);
    }

    @Override
    public String or(Language language, String key, String otherwise) {
      Strings strings = templates.strings(language);
      return strings.has(key) ? strings.text(key) : otherwise;
    }
  }

  private static String settings(Reading reading) {
    return reading.listing().settings().map(SourceFile::shown).orElse("content/site.yaml");
  }

  private static Problem noBaseUrl(Reading reading) {
    return Problem.ofFile(
        Severity.WARNING, Code.NO_BASE_URL, settings(reading),
        "the site has no 'base_url', so its feeds carry the addresses of the preview",
        "add base_url: https://… where the site will be published, or build with --base-url");
  }
}
