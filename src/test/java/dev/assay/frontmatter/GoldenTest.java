package dev.assay.frontmatter;

import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenTest {
  private static final FrontMatterOptions OPTIONS = new FrontMatterOptions(ZoneId.of("Asia/Seoul"), Map.of());

  @TestFactory
  List<DynamicTest> problemsOfHeads() {
    return Cases.of("heads.txt", input -> Cases.lines(FrontMatterReader.read(new SourceText("content/post/x.md", input), OPTIONS).problems()));
  }

  @TestFactory
  List<DynamicTest> problemsOfSettings() {
    return Cases.of(
        "sites.txt",
        input -> Cases.lines(SiteReader.read(new SourceText("content/site.yaml", input), Site.defaults("x"), List.of("notes")).problems()));
  }
}
