package dev.assay.build;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Entry;
import dev.assay.chart.block.DataFiles;
import dev.assay.cost.CostModel;
import dev.assay.cost.FigureBook;
import dev.assay.cost.Figures;
import dev.assay.cost.Scenarios;
import dev.assay.cost.data.Catalog;
import dev.assay.note.Note;
import dev.assay.note.Role;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.view.project.Base;
import dev.assay.view.project.NoteFigures;
import dev.assay.view.project.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Computes the figures that notes show.
final class FigureStep {
  /// All figures of a site.
  ///
  /// @param byNote what directives and roles come to; only notes that have some
  /// @param names  the figures that a note can rest a claim on
  /// @param files  the scenarios whose figures are published as files, by their address without its ending
  /// @param shown  what else is published beside notes
  record Result(
      Map<SourceId, NoteFigures> byNote, Map<SourceId, Set<String>> names, Map<SitePath, Figures> files, List<BesideNote> shown,
      int count, List<Problem> problems) {
    /// Whether a note has a figure of a name.
    boolean has(SourceId note, String name) {
      return names.getOrDefault(note, Set.of()).contains(name);
    }
  }

  private final CostModel model;
  private final Scenarios site;
  private final FigureBook siteBook;
  private final Venue where;
  private final DataFiles data;

  private FigureStep(CostModel model, Scenarios site, Venue where, DataFiles data) {
    this.data = data;
    this.model = model;
    this.site = site;
    this.where = where;
    this.siteBook = new FigureBook(model, site);
  }

  /// Where figures are published and in which words.
  record Venue(Addresses addresses, Base base, Words words) {}

  /// Computes the figures of the published notes.
  static Result of(Reading reading, List<Entry> entries, Venue where, int jobs) {
    List<Boolean> have = Parallel.map(entries, jobs, FigureStep::hasFigures, _ -> {});
    List<Entry> some = IntStream.range(0, entries.size()).filter(have::get).mapToObj(entries::get).toList();
    boolean wanted = !some.isEmpty() || !reading.data().isEmpty() || !reading.tables().isEmpty();
    if (!wanted) {
      // The catalog is not even read for a site without figures.
      return new Result(Map.of(), Map.of(), Map.of(), List.of(), 0, List.of());
    }
    List<Problem> problems = new ArrayList<>();
    Catalog catalog = WrittenScenarios.catalog(reading, problems);
    Scenarios site = WrittenScenarios.ofSite(reading, catalog, problems);
    FigureStep step = new FigureStep(new CostModel(catalog), site, where, new DataShelf(reading.listing()));
    List<NoteFigureStep.Result> results = Parallel.map(some, jobs, step::note, _ -> {});
    Map<SourceId, NoteFigures> byNote = new HashMap<>();
    Map<SourceId, Set<String>> names = new HashMap<>();
    Map<SitePath, Figures> files = new TreeMap<>();
    Map<SitePath, Note> publishers = new HashMap<>();
    List<BesideNote> shown = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < some.size(); i++) {
      NoteFigureStep.Result result = results.get(i);
      byNote.put(some.get(i).source(), result.figures());
      names.put(some.get(i).source(), result.names());
      problems.addAll(result.problems());
      count += result.count();
      files.putAll(result.files());
      shown.addAll(result.shown());
      Note note = some.get(i).note();
      result.files().keySet().forEach(file -> takenBy(publishers.putIfAbsent(file, note), file, note).ifPresent(problems::add));
    }
    return new Result(byNote, names, files, shown, count, problems);
  }

  /// Two notes of one slug, in different folders, cannot both publish a scenario of one name.
  private static Optional<Problem> takenBy(@Nullable Note other, SitePath file, Note note) {
    return Optional.ofNullable(other)
        .map(
            o ->
                Problem.ofFile(
                    Severity.ERROR, Code.ADDRESS_TAKEN, note.file(),
                    "the address " + file + ".json is taken by the figures of " + o.file(), "give one of them another 'slug'"));
  }

  private static boolean hasFigures(Entry entry) {
    var note = entry.note();
    return !note.directives().isEmpty() || !note.roles().stream().allMatch(Role::isCitation) || note.head().scenarios().isPresent()
        || note.claims().stream().flatMap(claim -> claim.values("because").stream()).anyMatch(FigureStep::mayBeFigure);
  }

  /// A note may rest on figures of the site that it does not show.
  private static boolean mayBeFigure(String premise) {
    return premise.indexOf('.') > 0;
  }

  private NoteFigureStep.Result note(Entry entry) {
    return new NoteFigureStep(this, entry).run();
  }

  CostModel model() {
    return model;
  }

  Scenarios site() {
    return site;
  }

  FigureBook siteBook() {
    return siteBook;
  }

  Venue where() {
    return where;
  }

  DataFiles data() {
    return data;
  }
}
