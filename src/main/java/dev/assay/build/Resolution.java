package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Ledger;
import dev.assay.edit.Edited;
import dev.assay.edit.FileChanges;
import dev.assay.edit.HeadChange;
import dev.assay.edit.HeadEditor;
import dev.assay.edit.NewValue;
import dev.assay.edit.NewValue.Field;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes down what became of a claim: an event in the head of a note, the claim's own unless another is named. The site is
/// understood once more as it would be afterwards, and what would be a mistake is not written.
public final class Resolution {
  private final SourceListing listing;
  private final Reading reading;
  private final BuildOptions options;

  /// What to write.
  ///
  /// @param claim       its global name, or that of a checkpoint
  /// @param status      the word of a status
  /// @param date        the day
  /// @param note        why; may be empty
  /// @param source      an address or name that shows it; may be empty
  /// @param probability for an amendment: what the claim is held to be from now on; may be empty
  /// @param in          the note that tells it: a file, a path below the content's folder or a slug; empty for the claim's own
  public record Wish(String claim, String status, LocalDate date, String note, String source, String probability, String in) {}

  /// What came of it.
  ///
  /// @param file     the note that tells it, as problems show it; empty when nothing was written
  /// @param lines    the lines of it that are new, each with its number
  /// @param follows  what `check` says from now on because of it: what rests on a claim that has fallen
  /// @param problems why nothing was written
  public record Outcome(String file, Map<Integer, String> lines, List<Problem> follows, List<Problem> problems) {
    public Outcome {
      lines = new TreeMap<>(lines);
      follows = List.copyOf(follows);
      problems = List.copyOf(problems);
    }
  }

  private Resolution(SourceListing listing, Reading reading, BuildOptions options) {
    this.listing = listing;
    this.reading = reading;
    this.options = options;
  }

  /// Writes an event.
  ///
  /// @param write false to find out only whether it can be written
  /// @param today the day as of which the site is understood
  public static Outcome run(Path root, Wish wish, boolean write, LocalDate today) {
    // Nothing is written before all is known.
    return SiteBuild.again(() -> once(root, wish, write, today));
  }

  private static Outcome once(Path root, Wish wish, boolean write, LocalDate today) {
    BuildOptions plain = BuildOptions.of(root);
    BuildOptions options =
        new BuildOptions(root, plain.output(), Optional.empty(), true, true, Optional.of(today), false, false, false, plain.jobs());
    SourceListing listing = FolderReader.list(options);
    Reading reading = new FolderReader(options, Progress.NONE).read(listing, NoteStore.Use.READ_ONLY);
    try {
      return new Resolution(listing, reading, options).run(wish, write);
    } finally {
      SiteBuild.close(reading);
    }
  }

  private Outcome run(Wish wish, boolean write) {
    Analysis before = SiteAnalysis.of(reading, options);
    Optional<SourceId> subject = subject(wish.claim(), before.model().ledger());
    if (subject.isEmpty()) {
      return refused(unknown(wish.claim(), before.model().ledger()));
    }
    Optional<ParsedNote> teller = wish.in().isEmpty() ? note(subject.get()) : named(wish.in(), before);
    if (teller.isEmpty()) {
      return refused(unknownNote(wish.in(), before));
    }
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    return switch (reader.text(teller.get().file())) {
      case Loaded.Failed<SourceText> failed -> refused(failed.problem());
      case Loaded.Whole<SourceText> whole ->
          switch (HeadEditor.change(whole.content(), List.of(new HeadChange.Append("history", event(wish))))) {
            case Edited.Refused(Problem problem) -> refused(problem);
            case Edited.Done(String text) -> written(teller.get(), whole, text, before, write);
          };
    };
  }

  private static Outcome refused(Problem... problems) {
    return new Outcome("", Map.of(), List.of(), List.of(problems));
  }

  private static NewValue.Fields event(Wish wish) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.text("claim", wish.claim()));
    fields.add(Field.text("status", wish.status()));
    fields.add(Field.word("date", wish.date().toString()));
    optional("probability", wish.probability(), fields);
    optional("note", wish.note(), fields);
    optional("source", wish.source(), fields);
    return new NewValue.Fields(fields);
  }

  private static void optional(String key, String text, List<Field> fields) {
    if (!text.isBlank()) {
      fields.add(Field.text(key, text));
    }
  }

  /// The note in which the claim or checkpoint stands.
  private static Optional<SourceId> subject(String name, Ledger ledger) {
    return ledger
        .named(name)
        .map(Claim::first)
        .map(Claim.Place::note)
        .or(() -> ledger.checkpoints().stream().filter(each -> each.id().equals(name)).map(Checkpoint::note).findFirst());
  }

  private static Problem unknown(String name, Ledger ledger) {
    List<String> known = new ArrayList<>(ledger.byName().keySet());
    ledger.checkpoints().forEach(checkpoint -> known.add(checkpoint.id()));
    String hint = Nearest.to(name, known).map(near -> "did you mean '" + near + "'?").orElse("write slug#name; 'assay claims' lists them all");
    return Problem.ofFile(Severity.ERROR, Code.UNKNOWN_CLAIM, "content", "no claim is named '" + name + "'", hint);
  }

  private Optional<ParsedNote> note(SourceId id) {
    return reading.notes().stream().filter(parsed -> parsed.file().id().equals(id)).findFirst();
  }

  private Optional<ParsedNote> named(String wanted, Analysis before) {
    String path = wanted.replace('\\', '/');
    Optional<ParsedNote> byFile =
        reading.notes().stream()
            .filter(each -> each.note().file().equals(path) || each.file().id().value().equals(path) || each.file().path().toString().equals(wanted))
            .findFirst();
    return byFile.or(
        () -> before.entries().stream().filter(entry -> entry.slug().equals(path)).findFirst().flatMap(entry -> note(entry.source())));
  }

  private Problem unknownNote(String wanted, Analysis before) {
    List<String> known = new ArrayList<>(reading.notes().stream().map(each -> each.note().file()).toList());
    before.entries().forEach(entry -> known.add(entry.slug()));
    String hint = Nearest.to(wanted, known).map(near -> "did you mean '" + near + "'?").orElse("name a file under content/, or a note's slug");
    return Problem.ofFile(Severity.ERROR, Code.UNKNOWN_NOTE, "content", "there is no note '" + wanted + "' to tell it", hint);
  }

  private Outcome written(ParsedNote teller, Loaded.Whole<SourceText> whole, String text, Analysis before, boolean write) {
    Analysis after = SiteAnalysis.of(with(teller, new SourceText(whole.content().file(), text)), options);
    List<Problem> fresh = fresh(before, after);
    List<Problem> follows = fresh.stream().filter(problem -> problem.code() == Code.FALLEN_PREMISE).toList();
    List<Problem> faults = fresh.stream().filter(problem -> problem.code() != Code.FALLEN_PREMISE).toList();
    if (!faults.isEmpty()) {
      return new Outcome("", Map.of(), List.of(), faults);
    }
    if (write) {
      Optional<Problem> failed = new FileChanges(listing.root()).rewrite(whole.file(), whole.digest(), text).commit();
      if (failed.isPresent()) {
        return refused(failed.get());
      }
    }
    return new Outcome(teller.note().file(), added(whole.content().text(), text), follows, List.of());
  }

  /// The site as it would be read afterwards.
  private Reading with(ParsedNote teller, SourceText text) {
    List<Problem> told = new ArrayList<>(reading.problems());
    List<ParsedNote> notes = new ArrayList<>();
    for (ParsedNote parsed : reading.notes()) {
      if (parsed.equals(teller)) {
        parsed.note().problems().forEach(told::remove);
        Note note = new NoteParser(reading.site(), options.url(reading.site()), reading.listing(), reading.templates()).parse(parsed.file().id(), text, parsed.bytes());
        told.addAll(note.problems());
        notes.add(new ParsedNote(parsed.file(), parsed.bytes(), note, Facets.of(note), false));
      } else {
        notes.add(parsed);
      }
    }
    return new Reading(
        listing, reading.site(), reading.configured(), notes, reading.data(), reading.tables(), reading.assets(), reading.templates(),
        reading.sources(), reading.fonts(), reading.store(), told);
  }

  /// What is wrong afterwards and was not before. Lines move, so a problem is known by what it says.
  private static List<Problem> fresh(Analysis before, Analysis after) {
    Map<String, Integer> known = new HashMap<>();
    before.problems().forEach(problem -> known.merge(key(problem), 1, Integer::sum));
    return after.problems().stream().filter(problem -> known.merge(key(problem), -1, Integer::sum) < 0).sorted(Problem.ORDER).toList();
  }

  private static String key(Problem problem) {
    return problem.code() + " " + problem.place().file() + " " + problem.message();
  }

  /// The lines of a text that another has not, when one stretch of it is new.
  private static Map<Integer, String> added(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int head = 0;
    while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < old.size() - head && tail < now.size() - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    Map<Integer, String> lines = new TreeMap<>();
    for (int i = head; i < now.size() - tail; i++) {
      lines.put(i + 1, now.get(i));
    }
    return lines;
  }
}
