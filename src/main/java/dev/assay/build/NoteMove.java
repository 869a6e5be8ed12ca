package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.catalog.Edition;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Placement;
import dev.assay.edit.Change;
import dev.assay.edit.Edited;
import dev.assay.edit.FileChanges;
import dev.assay.edit.HeadChange;
import dev.assay.edit.HeadEditor;
import dev.assay.edit.NewValue;
import dev.assay.note.Located;
import dev.assay.note.Note;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves a note, and everything that speaks of it follows: its feed id stays, its old address leads to the new one,
/// and links, names and claims in all notes are rewritten. The site is understood once more as it would be
/// afterwards, and unless everything in it still leads where it did, nothing is moved.
public final class NoteMove {
  private final SourceListing listing;
  private final Reading reading;
  private final BuildOptions options;
  private final MovePlan plan;
  private final NoteParser parser;
  /// In the order of the catalog, in which the first of two notes with one name counts.
  private final Map<SourceId, Entry> now = new LinkedHashMap<>();
  private final List<Rewritten> rewritten = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /// A file that was moved.
  ///
  /// @param from    as problems show it
  /// @param address the note's old and new address, when it changed; empty for a file that is no note
  public record Moved(String from, String to, List<String> address) {
    public Moved {
      address = List.copyOf(address);
    }
  }

  /// What came of it.
  ///
  /// @param moved    empty when nothing was moved
  /// @param edited   the notes in which something was rewritten, by their old paths, and how much
  /// @param problems why nothing was moved
  public record Outcome(List<Moved> moved, Map<String, Integer> edited, List<Problem> problems) {
    public Outcome {
      moved = List.copyOf(moved);
      problems = List.copyOf(problems);
    }
  }

  private record Rewritten(ParsedNote note, Loaded.Whole<SourceText> read, String text, int count) {}

  private NoteMove(SourceListing listing, Reading reading, BuildOptions options, MovePlan plan) {
    this.listing = listing;
    this.reading = reading;
    this.options = options;
    this.plan = plan;
    this.parser = new NoteParser(reading.site(), options.url(reading.site()), reading.listing(), reading.templates());
  }

  /// Moves a note of a site.
  ///
  /// @param from  its file or folder
  /// @param to    where to
  /// @param write false to find out only whether it can be done
  /// @param today the day as of which the site is understood
  public static Outcome run(Path root, String from, String to, boolean write, LocalDate today) {
    // Nothing is written before all is known.
    return SiteBuild.again(() -> once(root, from, to, write, today));
  }

  private static Outcome once(Path root, String from, String to, boolean write, LocalDate today) {
    BuildOptions plain = BuildOptions.of(root);
    BuildOptions options =
        new BuildOptions(root, plain.output(), Optional.empty(), true, true, Optional.of(today), false, false, false, plain.jobs());
    SourceListing listing = FolderReader.list(options);
    Reading reading = new FolderReader(options, Progress.NONE).read(listing, NoteStore.Use.READ_ONLY);
    try {
      return switch (MovePlan.of(listing, reading.site(), from, to)) {
        case MovePlan.Made.Refused(Problem problem) -> new Outcome(List.of(), Map.of(), List.of(problem));
        case MovePlan.Made.Plan(MovePlan plan) -> new NoteMove(listing, reading, options, plan).run(write);
      };
    } finally {
      SiteBuild.close(reading);
    }
  }

  private Outcome run(boolean write) {
    Analysis before = SiteAnalysis.of(reading, options);
    placeAgain();
    rewrite(before);
    if (problems.isEmpty()) {
      problems.addAll(new MoveCheck(plan, before, SiteAnalysis.of(afterwards(), options)).problems());
    }
    if (problems.isEmpty() && write) {
      commit().ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      return new Outcome(List.of(), Map.of(), problems);
    }
    Map<String, Integer> edited = new java.util.TreeMap<>();
    rewritten.stream().filter(each -> each.count > 0).forEach(each -> edited.put(each.note.note().file(), each.count));
    return new Outcome(moved(before), edited, List.of());
  }

  /// The addresses that notes will have.
  private void placeAgain() {
    Site site = reading.site();
    List<Note> notes = reading.values().stream().map(note -> moved(note, note.source())).toList();
    Edition edition = new Edition(options.today().orElseThrow(), true, true);
    Placement.place(site, edition, notes).entries().forEach(entry -> now.put(entry.source(), entry));
  }

  private Note moved(Note note, SourceId old) {
    SourceId source = plan.now(old);
    return source.equals(old) ? note : note.at(source, listing.prefix() + source);
  }

  private void rewrite(Analysis before) {
    MovedNames names = new MovedNames(plan, before.entries(), List.copyOf(now.values()));
    MoveEdits edits = new MoveEdits(before.model().catalog(), names);
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    for (ParsedNote parsed : reading.notes()) {
      switch (reader.text(parsed.file())) {
        case Loaded.Failed<SourceText> failed -> problems.add(failed.problem());
        case Loaded.Whole<SourceText> whole -> one(parsed, whole, edits.of(parsed.note(), whole.content()), before);
      }
    }
  }

  private void one(ParsedNote parsed, Loaded.Whole<SourceText> whole, MoveEdits.Edits edits, Analysis before) {
    List<HeadChange> head = new ArrayList<>(edits.head());
    if (plan.files().containsKey(parsed.file().id())) {
      before.model().catalog().entry(parsed.file().id()).ifPresent(entry -> head.addAll(kept(entry)));
    }
    if (edits.body().isEmpty() && head.isEmpty()) {
      return;
    }
    String body = Change.apply(whole.content().text(), edits.body());
    switch (HeadEditor.change(new SourceText(whole.content().file(), body), head)) {
      case Edited.Done(String text) -> rewritten.add(new Rewritten(parsed, whole, text, edits.count()));
      case Edited.Refused(Problem problem) -> problems.add(problem);
    }
  }

  /// What a note that moves takes with it: its id, and its old address where it has another now.
  private List<HeadChange> kept(Entry old) {
    List<HeadChange> changes = new ArrayList<>();
    if (old.note().head().id().isEmpty()) {
      changes.add(new HeadChange.Set("id", new NewValue.Text(old.feedId())));
    }
    Entry moved = now.get(plan.now(old.source()));
    String address = old.address().value();
    boolean known = old.note().head().aliases().stream().map(Located::value).anyMatch(address::equals);
    if (moved != null && !moved.address().value().equals(address) && !old.note().head().draft() && !known) {
      changes.add(new HeadChange.Append("aliases", new NewValue.Text(address)));
    }
    return changes;
  }

  /// The site as it would be read after the move.
  private Reading afterwards() {
    Map<SourceId, String> texts = new HashMap<>();
    rewritten.forEach(each -> texts.put(each.note.file().id(), each.text));
    List<ParsedNote> notes = new ArrayList<>();
    List<Problem> told = new ArrayList<>(reading.problems());
    for (ParsedNote parsed : reading.notes()) {
      SourceId id = plan.now(parsed.file().id());
      String text = texts.get(parsed.file().id());
      Note note = moved(parsed.note(), parsed.note().source());
      if (text != null) {
        parsed.note().problems().forEach(told::remove);
        note = parser.parse(id, new SourceText(listing.prefix() + id, text), parsed.bytes());
        told.addAll(note.problems());
      }
      notes.add(new ParsedNote(moved(parsed.file()), parsed.bytes(), note, Facets.of(note), false));
    }
    List<SourceFile> assets = reading.assets().stream().map(this::moved).toList();
    return new Reading(
        listing, reading.site(), reading.configured(), notes, reading.data(), reading.tables(), assets, reading.templates(),
        reading.sources(), reading.fonts(), reading.store(), told);
  }

  private SourceFile moved(SourceFile file) {
    SourceId id = plan.now(file.id());
    return new SourceFile(id, listing.prefix() + id, file.kind(), file.size(), file.modified(), file.path());
  }

  private Optional<Problem> commit() {
    FileChanges changes = new FileChanges(listing.root());
    rewritten.forEach(each -> changes.rewrite(each.read.file(), each.read.digest(), each.text));
    plan.steps().forEach((from, to) -> changes.move(listing.content().resolve(from), listing.content().resolve(to), listing.prefix() + to));
    return changes.commit();
  }

  private List<Moved> moved(Analysis before) {
    List<Moved> moved = new ArrayList<>();
    for (Map.Entry<SourceId, SourceId> file : plan.files().entrySet()) {
      List<String> address = new ArrayList<>();
      Entry is = now.get(file.getValue());
      before.model().catalog().entry(file.getKey())
          .filter(was -> is != null && !was.address().equals(is.address()))
          .ifPresent(was -> address.addAll(List.of(was.address().value(), java.util.Objects.requireNonNull(is).address().value())));
      moved.add(new Moved(listing.prefix() + file.getKey(), listing.prefix() + file.getValue(), address));
    }
    return moved;
  }

  /// A problem of the command itself.
  static Problem refused(String file, String message, String hint) {
    return Problem.ofFile(Severity.ERROR, Code.EDIT, file, message, hint);
  }
}
