package dev.assay.build;

import dev.assay.catalog.Destination;
import dev.assay.catalog.FeedIds;
import dev.assay.catalog.FileName;
import dev.assay.catalog.Slugs;
import dev.assay.edit.Edited;
import dev.assay.edit.FileChanges;
import dev.assay.edit.HeadChange;
import dev.assay.edit.HeadEditor;
import dev.assay.edit.NewValue;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Located;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes down what is derived from names and words today: the feed id of each note that has none, and a name for each
/// claim without one. Afterwards no rename and no other word changes what subscribers and other notes know them by.
public final class FixIds {
  private final Path root;
  private final Reading reading;
  private final NoteParser parser;
  private final boolean write;
  private final Map<String, Set<String>> taken = new HashMap<>();
  private final Map<SourceId, Set<String>> linked = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /// A claim that has a name now.
  public record Named(int line, Kind kind, String name) {}

  /// A note that was changed, or would be.
  ///
  /// @param file as problems show it
  /// @param id   the feed id that was written into it
  public record Fixed(String file, Optional<String> id, List<Named> names) {
    public Fixed {
      names = List.copyOf(names);
    }
  }

  /// What came of it.
  ///
  /// @param notes    how many notes there are
  /// @param problems what could not be fixed, and why
  public record Outcome(int notes, List<Fixed> fixed, List<Problem> problems) {
    public Outcome {
      fixed = List.copyOf(fixed);
      problems = List.copyOf(problems);
    }
  }

  private FixIds(SourceListing listing, Reading reading, BuildOptions options, boolean write) {
    this.root = listing.root();
    this.reading = reading;
    this.parser = new NoteParser(reading.site(), options.url(reading.site()), reading.listing(), reading.templates());
    this.write = write;
  }

  /// Fixes all notes of a site, drafts as well.
  ///
  /// @param write false to say only what would be done
  public static Outcome run(Path root, boolean write, Progress progress) {
    // Nothing is written before all is known.
    return SiteBuild.again(() -> once(root, write, progress));
  }

  private static Outcome once(Path root, boolean write, Progress progress) {
    BuildOptions plain = BuildOptions.of(root);
    BuildOptions options =
        new BuildOptions(root, plain.output(), Optional.empty(), true, true, Optional.empty(), false, false, false, plain.jobs());
    SourceListing listing = FolderReader.list(options);
    Reading reading = new FolderReader(options, progress).read(listing, NoteStore.Use.READ_ONLY);
    try {
      return new FixIds(listing, reading, options, write).run(SiteAnalysis.of(reading, options));
    } finally {
      SiteBuild.close(reading);
    }
  }

  private Outcome run(Analysis analysis) {
    // What cannot be read is not fixed, and its problem says why.
    reading.problems().stream().filter(Problem::isError).forEach(problems::add);
    analysis.model().catalog().destinations().values().forEach(list -> list.forEach(this::keepAnchor));
    reading.values().forEach(this::keepNames);
    List<Fixed> fixed = new ArrayList<>();
    SourceReader reader = new SourceReader(root, SourceLimits.DEFAULT);
    for (ParsedNote parsed : reading.notes()) {
      Note note = parsed.note();
      if (note.head().id().isEmpty() || note.claims().stream().anyMatch(ClaimNaming::isUnnamed)) {
        switch (reader.text(parsed.file())) {
          case Loaded.Failed<SourceText> failed -> problems.add(failed.problem());
          case Loaded.Whole<SourceText> whole -> fix(note, whole).ifPresent(fixed::add);
        }
      }
    }
    return new Outcome(reading.notes().size(), fixed, problems.stream().distinct().sorted(Problem.ORDER).toList());
  }

  private void keepAnchor(Destination destination) {
    if (destination instanceof Destination.Here here && !here.fragment().isEmpty()) {
      here.note().ifPresent(note -> linked.computeIfAbsent(note, _ -> new HashSet<>()).add(here.fragment()));
    }
  }

  private void keepNames(Note note) {
    note.claims().stream().map(ClaimDraft::name).flatMap(Optional::stream).forEach(taken(note)::add);
  }

  /// The names that are taken in a note and in those that share its slug: its translations, for one.
  private Set<String> taken(Note note) {
    String slug =
        note.head().slug().map(Located::value).orElseGet(() -> Slugs.of(FileName.of(reading.site(), note.source()).stem()));
    return taken.computeIfAbsent(slug, _ -> new HashSet<>());
  }

  private Optional<Fixed> fix(Note note, Loaded.Whole<SourceText> whole) {
    SourceText text = whole.content();
    ClaimNaming.Result named =
        new ClaimNaming(parser, note.source(), taken(note), linked.getOrDefault(note.source(), Set.of())).name(text);
    problems.addAll(named.problems());
    String changed = named.text();
    Optional<String> id = Optional.empty();
    if (note.head().id().isEmpty()) {
      String derived = FeedIds.of(note.source());
      switch (HeadEditor.change(new SourceText(text.file(), changed), List.of(new HeadChange.Set("id", new NewValue.Text(derived))))) {
        case Edited.Done(String done) -> {
          changed = done;
          id = Optional.of(derived);
        }
        case Edited.Refused(Problem problem) -> {
          // A broken head may hide an id: the note is left alone as a whole.
          problems.add(problem);
          return Optional.empty();
        }
      }
    }
    if (changed.equals(text.text())) {
      return Optional.empty();
    }
    Optional<Problem> failed =
        write ? new FileChanges(root).rewrite(whole.file(), whole.digest(), changed).commit() : Optional.empty();
    failed.ifPresent(problems::add);
    List<Named> names = named.names().stream().map(each -> new Named(each.line(), each.claim().kind(), each.name())).toList();
    return failed.isPresent() ? Optional.empty() : Optional.of(new Fixed(text.file(), id, names));
  }
}
