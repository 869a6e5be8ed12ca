package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.ClaimNote;
import dev.assay.claim.Ledgers;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.SourceText;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Publisher;
import dev.assay.publish.Report;
import dev.assay.publish.Stage;
import dev.assay.source.SourceListing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The steps of a build, each by itself, warm and on one core, with 200 notes of the bench.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StepsBenchmark {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final BuildOptions options = BuildOptions.of(Path.of("target/jmh/notes/assay")).withToday(TODAY);
  private Reading reading;
  private NoteParser parser;
  private List<SourceText> texts;
  private List<ClaimNote> notes;
  private List<Artifact> pages;
  private List<Artifact> feeds;
  private Path folder;
  private Publisher publisher;
  private int turn;

  @Setup(Level.Trial)
  public void read() throws IOException {
    SourceListing listing = FolderReader.list(options);
    reading = new FolderReader(options, Progress.NONE).read(listing, NoteStore.Use.FRESH);
    parser = new NoteParser(reading.site(), "", listing, reading.templates());
    texts = new ArrayList<>();
    for (Note note : reading.values()) {
      texts.add(new SourceText(note.file(), Files.readString(options.root().resolve(note.file()))));
    }
    Analysis analysis = SiteAnalysis.of(reading, options);
    notes = analysis.entries().stream().map(StepsBenchmark::claims).toList();
    List<Artifact> all = new SiteAssembly(reading, analysis, Optional.empty()).run(List.of(), options.jobs()).artifacts();
    pages = all.stream().filter(artifact -> artifact.stage() == Stage.PAGE && artifact.address().value().startsWith("/post/")).toList();
    feeds = all.stream().filter(artifact -> artifact.address().value().endsWith("/feed.xml")).toList();
    folder = Files.createTempDirectory("assay-jmh");
    publisher = new Publisher(folder, folder.resolve("site"));
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    reading.store().close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static ClaimNote claims(Entry entry) {
    return new ClaimNote(entry.note(), entry.slug(), entry.language(), entry.address().value(), entry.date().map(date -> date.toLocalDate()), Map.of());
  }

  /// One note of 2,000 words, from its text to all that a build knows of it: head, body, claims, links, outline.
  @Benchmark
  public Note parse() {
    SourceText text = texts.get(turn++ % texts.size());
    return parser.parse(new SourceId(text.file().substring("content/".length())), text, Digest.of("x"));
  }

  /// The ledger of 200 notes with 2,400 claims.
  @Benchmark
  public Ledgers.Result claims() {
    return Ledgers.join(notes, reading.site().language(), (_, _) -> false, _ -> false, TODAY);
  }

  /// Addresses, ledger and catalog of 200 notes, that is all that is understood of a site beyond its notes.
  @Benchmark
  public Analysis understand() {
    return SiteAnalysis.of(reading, options);
  }

  /// One page of a note, from its view to its bytes.
  @Benchmark
  public Maker.Result render() {
    return pages.get(turn++ % pages.size()).maker().make();
  }

  /// One feed of 20 items with their whole texts.
  @Benchmark
  public Maker.Result feed() {
    return feeds.get(turn++ % feeds.size()).maker().make();
  }

  private List<Artifact> files(int content) {
    List<Artifact> files = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      byte[] bytes = ("<p>" + content + " " + i + "</p>" + "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
      files.add(new Artifact(new SitePath("/post/" + i + "/"), Stage.PAGE, Digest.of(bytes), Maker.of(bytes)));
    }
    return files;
  }

  /// 500 files of 20 kB, all of them new: staged, put in their places, remembered.
  @Benchmark
  public Report publishAll() {
    return publisher.publish(files(turn++), Publisher.Options.of(1));
  }

  private List<Artifact> same = List.of();

  /// The same, none of them changed.
  @Benchmark
  public Report publishNothing() {
    if (same.isEmpty()) {
      same = files(-1);
    }
    return publisher.publish(same, Publisher.Options.of(1));
  }
}
