package dev.assay.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.ReleaseDifferences.Difference;
import dev.assay.build.ReleaseDifferences.Kind;
import dev.assay.testing.Golden;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A site that was written for an older version is built by this one without a problem, and what readers hold on to is where it
/// was. Each version has a folder in `golden/releases` with a site as it was written then, its templates with it, what that
/// version published, and the list of differences that later versions mean to make. The folder of the version that
/// `pom.xml` names is still being written: `-Dassay.golden=update` refreshes it, and no other.
class ReleasesTest {
  private static final Path RELEASES = Path.of("src/test/resources/golden/releases");

  /// Caches of a browser and of Assay, and what names itself after its bytes.
  private static final Pattern ELSEWHERE = Pattern.compile("\\..*|assets/.*|(.*/)?search/.*|(.*/)?card-[0-9a-f]+\\.png|cost/.*");

  private static final Pattern FINGERPRINT = Pattern.compile("(/assets/[a-z-]+)\\.[0-9a-f]{10}\\.|card-[0-9a-f]{12}\\.");

  @TempDir private Path temp;

  private static String current() throws IOException {
    Matcher version = Pattern.compile("<artifactId>assay</artifactId>\\s*<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    return version.group(1).replace("-SNAPSHOT", "");
  }

  @TestFactory
  Stream<DynamicTest> aSiteOfAnOlderVersionIsBuiltAsItWas() throws IOException {
    String current = current();
    List<String> versions;
    try (Stream<Path> folders = Files.list(RELEASES)) {
      versions = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
    assertTrue(versions.contains(current), "golden/releases has no folder for version " + current + " of pom.xml");
    return versions.stream().map(version -> DynamicTest.dynamicTest(version, () -> check(version, version.equals(current))));
  }

  private void check(String version, boolean current) throws IOException {
    Path root = temp.resolve(version);
    SiteText.of(Files.readString(RELEASES.resolve(version).resolve("site.txt"))).into(root);
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), () -> Sites.problems(report));
    assertEquals(List.of(), report.problems().stream().map(Object::toString).toList());
    Tree now = plain(Tree.of(root.resolve("site")).only(path -> !ELSEWHERE.matcher(path).matches()));
    if (current) {
      Golden.check("releases/" + version + "/published.txt", now);
    }
    Tree kept = SiteText.of(Files.readString(RELEASES.resolve(version).resolve("published.txt"))).tree();
    List<Difference> differences = ReleaseDifferences.between(kept, now);
    assertEquals(List.of(), differences.stream().filter(each -> each.kind().isPromise()).map(Difference::toString).toList(), version);
    assertEquals(List.of(), unnamed(differences, Files.readAllLines(RELEASES.resolve(version).resolve("differences.txt"))), version);
  }

  /// Differences that no line names, and lines that name none.
  private static List<String> unnamed(List<Difference> differences, List<String> lines) {
    List<String> wrong = new ArrayList<>(differences.stream().map(Difference::toString).toList());
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] parts = line.split(" ", 3);
        assertEquals(3, parts.length, "a difference without its reason: " + line);
        Pattern named = Pattern.compile(parts[0] + " " + parts[1]);
        if (!wrong.removeIf(each -> named.matcher(each).matches())) {
          wrong.add("no such difference: " + line);
        }
      }
    }
    return wrong;
  }

  private static Tree plain(Tree tree) {
    SortedMap<String, byte[]> files = new TreeMap<>(tree.files());
    files.replaceAll((_, bytes) -> FINGERPRINT.matcher(new String(bytes, UTF_8)).replaceAll(found -> found.group(1) == null ? "card-*." : found.group(1) + ".*.").getBytes(UTF_8));
    return new Tree(files);
  }

  @Test
  void eachKindOfDifferenceIsTold() {
    Tree kept = tree(Map.of(
        "a/index.html", "<p id=x>A word", "b/index.html", "<p>B", "c/index.html", "<p>C", "d/index.html", "<p>D",
        "feed.xml", "<guid isPermaLink=\"false\">one</guid><pubDate>1</pubDate>", "feed.json", "{\"id\":\"one\"}", "claims.json", "{\"id\":\"n#c\"}", "same.txt", "s"));
    Tree now = tree(Map.of(
        "a/index.html", "<p>A word", "b/index.html", "<p class=y>B", "c/index.html", "<p>C!", "e/index.html", "<p>E",
        "feed.xml", "<guid isPermaLink=\"false\">one</guid><pubDate>2</pubDate>", "feed.json", "{\"id\":\"two\"}", "claims.json", "{\"id\":\"n#d\"}", "same.txt", "s"));
    assertEquals(
        List.of("anchor a/index.html", "markup b/index.html", "words c/index.html", "claim claims.json", "gone d/index.html", "new e/index.html", "item feed.json", "data feed.xml"),
        ReleaseDifferences.between(kept, now).stream().map(Difference::toString).toList());
    List<Difference> two = List.of(new Difference(Kind.WORDS, "c/index.html"), new Difference(Kind.NEW, "e/index.html"));
    assertEquals(List.of(), unnamed(two, List.of("# why", "", "words c/.* the reason", "new e/index\\.html more")));
    assertEquals(List.of("new e/index.html", "no such difference: markup b/.* gone again"), unnamed(two, List.of("words c/.* the reason", "markup b/.* gone again")));
    assertFalse(Kind.NEW.isPromise());
  }

  private static Tree tree(Map<String, String> files) {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
    return new Tree(bytes);
  }
}
