package dev.assay.importer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.importer.FeedImport;
import dev.assay.importer.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Real folders of Hugo, Jekyll and Zola outside of the project: imported, built, compared. Each folder in the given one is
/// a site's. By hand:
///
/// ```
/// mvn test -Dtest=RealFoldersTest -Dassay.folders=/folder/of/folders [-Dassay.folders.work=/folder/to/look/at]
/// ```
@EnabledIfSystemProperty(named = "assay.folders", matches = ".+")
class RealFoldersTest {
  @TempDir Path temporary;

  @Test
  void everyPageReadsAsItDidApartFromWhatTheReportNames() throws IOException {
    List<String> table = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    table.add("| folder | generator | pages | notes | compared | identical | named | unnamed | no page |");
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("assay.folders")))) {
      for (Path folder : folders.sorted().toList()) {
        table.add(one(folder, differences));
      }
    }
    System.out.println(String.join("\n", table));
    differences.forEach(System.out::println);
    assertEquals(0, differences.stream().filter(each -> each.contains("UNNAMED")).count());
  }

  private String one(Path folder, List<String> differences) throws IOException {
    String name = folder.getFileName().toString();
    Path work = Optional.ofNullable(System.getProperty("assay.folders.work")).map(Path::of).orElse(temporary).resolve(name);
    FolderImport.Result result = FolderImport.run(new FolderImport.Request(folder, name, work, "auto", FeedImport.Fetch.NOTHING));
    if (result instanceof FolderImport.Result.Refused(String why, String _)) {
      return "| " + name + " | refused: " + why + " |";
    }
    ImportReport report = ((FolderImport.Result.Done) result).report();
    OldFolder source = OldFolder.of(folder);
    OldSite old =
        switch (Generator.of(source).orElseThrow()) {
          case HUGO -> HugoReader.read(source);
          case JEKYLL -> JekyllReader.read(source);
          case ZOLA -> ZolaReader.read(source);
        };
    BuildOptions plain = BuildOptions.of(work);
    Optional<String> base = old.base().isEmpty() ? Optional.of("https://example.org/") : Optional.empty();
    BuildOptions options = new BuildOptions(work, plain.output(), base, false, true, Optional.of(LocalDate.of(2026, 11, 22)), false, false, false, 2);
    var built = SiteBuild.build(options, Progress.NONE);
    if (!built.succeeded()) {
      built.problems().stream().filter(problem -> problem.isError()).limit(3).forEach(problem -> differences.add(name + ": UNNAMED build error " + problem));
      return "| " + name + " | " + old.generator().title() + " | does not build |";
    }
    FolderComparison comparison = new FolderComparison(old, report, plain.output()).run();
    comparison.differences.forEach(each -> differences.add(name + ": " + each));
    return "| " + name + " | " + old.generator().title() + " | " + old.pages().size() + " | " + report.count(ImportReport.Outcome.WRITTEN) + " | " + comparison.compared() + " | "
        + comparison.identical + " | " + comparison.named + " | " + comparison.unnamed + " | " + comparison.missing + " |";
  }
}
