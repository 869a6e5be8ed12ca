package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.export.ClaimReading;
import dev.assay.export.NoteReading;
import dev.assay.note.ClaimDraft;
import dev.assay.note.NearMiss;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the language of claims, read: those of the guide's page, and notes as strangers write them.
///
/// In both, an example is a fence of `markdown` and its reading the next fence, `reading`, or `checked` where it also
/// lists every problem. `-Dassay.golden=update` writes the readings; look at each before you keep it.
class ClaimLanguageTest {
  private static final Path GUIDE = Path.of("content/guide/claim-language.md");
  private static final Path STRANGERS = Path.of("src/test/resources/strangers");
  private static final Set<Code> UNSAID =
      Set.of(Code.FACT_WITHOUT_SOURCE, Code.INFERENCE_WITHOUT_PREMISE, Code.CLAIM_TAG, Code.BROKEN_LINK);

  @TempDir private Path root;

  @TestFactory
  Stream<DynamicTest> theExamplesOfTheGuideAreReadAsItSays() throws IOException {
    return tests(GUIDE);
  }

  @TestFactory
  Stream<DynamicTest> notesOfStrangersAreReadAsMeant() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(STRANGERS)) {
      files = all.sorted().toList();
    }
    assertTrue(!files.isEmpty());
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files) {
      tests.addAll(tests(file).toList());
    }
    return tests.stream();
  }

  /// One example of a page.
  ///
  /// @param line where it begins
  /// @param all  whether its reading lists every problem
  private record Example(int line, String text, String reading, boolean all) {}

  private Stream<DynamicTest> tests(Path page) throws IOException {
    String text = Files.readString(page);
    List<Example> examples = examples(text);
    assertTrue(!examples.isEmpty());
    if (System.getProperty("assay.golden", "").equals("update")) {
      String updated = text;
      for (Example example : examples) {
        String fence = (example.all() ? "checked" : "reading") + "\n";
        updated = updated.replace(
            example.text() + "```\n\n```" + fence + example.reading() + "```", example.text() + "```\n\n```" + fence + read(example) + "```");
      }
      Files.writeString(page, updated);
      return Stream.empty();
    }
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(page.getFileName() + ":" + example.line(), () -> assertEquals(example.reading(), read(example), example.text())));
  }

  private static List<Example> examples(String page) {
    List<Example> examples = new ArrayList<>();
    List<String> lines = page.lines().toList();
    String open = "";
    String text = "";
    int start = 0;
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (open.isEmpty() && Set.of("```markdown", "```reading", "```checked").contains(line)) {
        open = line.substring(3);
        start = i + 1;
        body.setLength(0);
      } else if (!open.isEmpty() && line.equals("```")) {
        if (open.equals("markdown")) {
          text = body.toString();
        } else {
          examples.add(new Example(start, text, body.toString(), open.equals("checked")));
        }
        open = "";
      } else {
        body.append(line).append('\n');
      }
    }
    return examples;
  }

  private String read(Example example) throws IOException {
    Path site = Files.createTempDirectory(root, "site");
    SiteText.of(
            "-- content/site.yaml --\ntitle: E\nbase_url: https://e.example/\nlanguages: [en, ko]\n"
                + "-- content/data/scenarios.yaml --\nbase: {hardware: h100-sxm, model: llama-3.1-70b}\n")
        .into(site);
    Path file = site.resolve("content/post/note.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\ntitle: N\ndate: 2026-07-01\n---\n" + example.text());
    SiteBuild.Checked checked = SiteBuild.analyse(Sites.options(site), Progress.NONE);
    StringBuilder out = new StringBuilder();
    List<NoteReading> notes = ClaimReadings.of(checked.analysis());
    notes.forEach(note -> out.append(reading(note)));
    Predicate<Problem> told = problem -> example.all() || !UNSAID.contains(problem.code());
    checked.report().problems().stream().filter(told).forEach(problem -> out.append(line(problem)));
    return out.toString();
  }

  private static String reading(NoteReading note) {
    TreeMap<Long, String> byPlace = new TreeMap<>();
    for (ClaimReading claim : note.claims()) {
      byPlace.put(key(claim.place()), claim(claim));
    }
    for (NearMiss miss : note.misses()) {
      byPlace.put(key(miss.place()) + 1, "no claim: " + miss.written() + " " + miss.why() + "\n");
    }
    return String.join("", byPlace.values());
  }

  private static long key(Place place) {
    return place.line() * 100_000L + place.column() * 2L;
  }

  private static String claim(ClaimReading claim) {
    StringBuilder out = new StringBuilder(claim.kind().word());
    out.append(claim.id().isEmpty() ? "" : " " + claim.id().substring(claim.id().indexOf('#')));
    out.append(claim.form() == ClaimDraft.Form.TAG ? "" : claim.form() == ClaimDraft.Form.HEADING ? " (heading)" : " (directive)");
    out.append(": ").append(claim.text()).append('\n');
    claim.sources().forEach(source -> out.append("  source: ").append(source.text()).append(source.rank().equals("link") ? "" : " (" + source.rank() + ")").append('\n'));
    claim.because().forEach(reason -> out.append("  because: ").append(reason.name().replace("note#", "#")).append('\n'));
    claim.supports().forEach(reason -> out.append("  helped by: ").append(reason.name().replace("note#", "#")).append('\n'));
    if (!claim.due().isEmpty() || !claim.probability().isEmpty()) {
      out.append("  due: ").append(claim.due().isEmpty() ? "no day" : claim.due()).append(claim.probability().isEmpty() ? "" : " (" + claim.probability() + ")").append('\n');
    }
    out.append(claim.entities().isEmpty() ? "" : "  about: " + String.join(", ", claim.entities()) + "\n");
    out.append(claim.alsoAt().isEmpty() ? "" : "  also in line " + (claim.alsoAt().getFirst().line() - 4) + "\n");
    return out.toString();
  }

  private static String line(Problem problem) {
    int line = problem.place().line() - 4;
    return problem.severity().word() + " in line " + line + ": " + problem.message() + "\n";
  }
}
