package dev.assay.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.importer.feed.FeedReader;
import dev.assay.importer.feed.ImportedFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Real feeds from a folder outside of the project: imported, built, compared. By hand:
///
/// ```
/// mvn test -Dtest=RealFeedsTest -Dassay.feeds=/folder/of/feeds [-Dassay.feeds.work=/folder/to/look/at]
/// ```
@EnabledIfSystemProperty(named = "assay.feeds", matches = ".+")
class RealFeedsTest {
  @TempDir Path temporary;

  @Test
  void everyItemReadsAsItDidApartFromWhatTheReportNames() throws IOException {
    List<String> table = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    table.add("| feed | format | language | items | written | identical | named | unnamed |");
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("assay.feeds")))) {
      for (Path file : files.sorted().toList()) {
        table.add(one(file, unnamed));
      }
    }
    System.out.println(String.join("\n", table));
    unnamed.forEach(System.out::println);
    assertEquals(0, unnamed.stream().filter(each -> each.contains("UNNAMED")).count());
  }

  private String one(Path file, List<String> unnamed) throws IOException {
    String name = file.getFileName().toString();
    Path work = Optional.ofNullable(System.getProperty("assay.feeds.work")).map(Path::of).orElse(temporary).resolve(name);
    OffsetDateTime now = OffsetDateTime.parse("2026-11-22T12:00:00Z");
    FeedImport.Result result = FeedImport.run(new FeedImport.Request(file, name, work, "auto", now, FeedImport.Fetch.NOTHING));
    if (result instanceof FeedImport.Result.Refused(String why, String _)) {
      return "| " + name + " | refused: " + why + " |";
    }
    ImportReport report = ((FeedImport.Result.Done) result).report();
    ImportedFeed feed = ((FeedReader.Result.Read) FeedReader.read(Files.readAllBytes(file), name)).feed();
    Path settings = work.resolve("content/site.yaml");
    String own = Files.readString(settings);
    Files.writeString(settings, own + "feeds: {limit: 1000}\n" + (own.contains("base_url") ? "" : "base_url: https://example.org/\n"), StandardCharsets.UTF_8);
    BuildOptions plain = BuildOptions.of(work);
    BuildOptions options = new BuildOptions(work, plain.output(), Optional.empty(), true, true, Optional.of(now.toLocalDate()), false, false, false, 2);
    var built = SiteBuild.build(options, Progress.NONE);
    if (!built.succeeded()) {
      built.problems().stream().filter(problem -> problem.isError()).limit(3).forEach(problem -> unnamed.add(name + ": UNNAMED build error " + problem));
      return "| " + name + " | " + feed.format() + " | does not build |";
    }
    Comparison comparison = new Comparison(feed, report, work.resolve("site")).run();
    comparison.differences.forEach(each -> unnamed.add(name + ": " + each));
    int bad = comparison.compared - comparison.identical - comparison.named;
    return "| " + name + " | " + feed.format() + " | " + feed.language() + " | " + feed.items().size() + " | " + comparison.compared + " | " + comparison.identical
        + " | " + comparison.named + " | " + bad + " |" + (feed.remarks().isEmpty() ? "" : " " + feed.remarks().stream().map(r -> r.kind().word() + ": " + r.text()).toList());
  }
}
