package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of the search: what lies in them, and that after any edit they are what a clean build makes.
class SearchFilesTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Searched
      base_url: https://searched.example/lab/
      languages: [en, ko]
      -- content/hub/memory.md --
      ---
      title: Memory
      ---
      What memory costs.
      -- content/post/old.md --
      ---
      title: The memory wall
      date: 2024-03-01
      hubs: [memory]
      entities: [SK hynix]
      ---
      See [](new.md) and "quoted" \\\\ text.

      ## How prices move

      Here is some prose.

      - **[Fact]** The wall is real. [source](https://example.org/) {#wall}
      - **[Speculation]** Cheaper memory may come.
        - **[Fact]** A claim within a claim. [source](https://example.org/)
        Then the outer goes on.

      | Kind | What |
      | --- | --- |
      | Fact | A claim in a row |
      -- content/post/new.md --
      ---
      title: Pricing a token
      date: 2026-02-01
      ---
      - **[Inference]** It follows. {#weak because=old#wall}
      -- content/post/power.ko.md --
      ---
      title: 전력
      date: 2026-01-03
      ---
      전력이 모자란다.
      """;

  @TempDir Path root;
  @TempDir Path other;

  private Tree build() {
    BuildReport report = Sites.build(root);
    assertTrue(report.succeeded(), Sites.problems(report));
    return Tree.of(root.resolve("site"));
  }

  private Path file(String name) {
    return root.resolve("content").resolve(name);
  }

  private void edit(String name, String from, String to) throws IOException {
    String text = Files.readString(file(name));
    assertTrue(text.contains(from), name + " has no " + from);
    Files.writeString(file(name), text.replace(from, to));
  }

  private static Map<String, byte[]> searched(Tree tree) {
    Map<String, byte[]> files = new TreeMap<>(tree.files());
    files.keySet().removeIf(name -> !name.startsWith("search/") && !name.startsWith("ko/search/"));
    return files;
  }

  private static List<String> differing(Map<String, byte[]> a, Map<String, byte[]> b) {
    List<String> names = new ArrayList<>();
    a.forEach((name, bytes) -> {
      if (!Arrays.equals(bytes, b.get(name))) {
        names.add(name);
      }
    });
    b.keySet().stream().filter(name -> !a.containsKey(name)).forEach(names::add);
    return names;
  }

  @Test
  void aTextIsItsSectionsWithClaimsInTheirPlaces() {
    Tree site = Sites.built(root, SITE);
    String text = new String(site.files().get("search/n/1.json"), StandardCharsets.UTF_8);
    assertEquals(
        """
        ["The memory wall","/lab/post/old/","en","1 March 2024",["Memory"],[["","",["See Pricing a token and \\"quoted\\" \\\\ text."]],\
        ["how-prices-move","How prices move",["Here is some prose.",[0,"wall","The wall is real. source",""],\
        [2,"how-prices-move-912182","Cheaper memory may come.",""],[0,"how-prices-move-7fac5c","A claim within a claim. source Then the outer goes on.",""],\
        "Kind What",[0,"how-prices-move-bcbb35","A claim in a row",""]]]]]
        """,
        text);
  }

  @Test
  void afterEveryEditTheFilesAreThoseOfACleanBuild() throws IOException {
    Sites.built(root, SITE);
    List<String[]> edits =
        List.of(
            new String[] {"post/old.md", "some prose", "another prose"},
            new String[] {"post/old.md", "**[Speculation]**", "**[Blocked]**"},
            new String[] {"post/new.md", "Pricing a token", "The price of a token"},
            new String[] {"post/new.md", "2026-02-01", "2023-02-01"},
            new String[] {"post/new.md", "---\n- **", "history: [{claim: old#wall, status: refuted, date: 2026-03-01, note: It was not}]\n---\n- **"},
            new String[] {"hub/memory.md", "title: Memory", "title: HBM"},
            new String[] {"post/old.md", "hubs: [memory]", "tags: [Walls]"},
            new String[] {"post/power.ko.md", "title: 전력", "title: 전력망\ndescription: 요약"},
            new String[] {"site.yaml", "/lab/", "/base/"},
            new String[] {"site.yaml", "languages: [en, ko]", "languages: [en, ko]\ntaxonomies: [tags]"});
    for (String[] edit : edits) {
      edit(edit[0], edit[1], edit[2]);
      same(edit[0] + ": " + edit[2]);
    }
    Files.move(file("post/power.ko.md"), file("post/electricity.ko.md"));
    same("renamed");
    Files.writeString(file("post/more.md"), "---\ntitle: More\ndate: 2025-05-05\n---\nMemory once more.\n");
    same("added");
    Files.delete(file("post/more.md"));
    same("deleted");
    Files.write(root.resolve(".assay/search-index"), new byte[] {1, 2, 3});
    edit("post/old.md", "another prose", "a third prose");
    same("damaged memory");
  }

  private void same(String what) throws IOException {
    Map<String, byte[]> now = searched(build());
    Path clean = other.resolve(Integer.toHexString(what.hashCode()));
    new SiteText("", Tree.of(root.resolve("content"))).into(clean.resolve("content"));
    assertTrue(Sites.build(clean).succeeded());
    assertEquals(List.of(), differing(searched(Tree.of(clean.resolve("site"))), now), what);
  }

  @Test
  void anEditOfOneWordChangesTheFilesThatShowIt() throws IOException {
    Map<String, byte[]> before = searched(Sites.built(root, SITE));
    edit("post/new.md", "It follows.", "It surely follows.");
    List<String> changed = differing(before, searched(build()));
    assertTrue(changed.contains("search/n/3.json") && changed.contains("search/index.json"), changed.toString());
    assertTrue(changed.stream().allMatch(name -> name.startsWith("search/t/") || name.equals("search/n/3.json") || name.equals("search/index.json")), changed.toString());
  }

  @Test
  void aSiteWithoutSearchHasNothingOfIt() throws IOException {
    Sites.built(root, SITE);
    Files.writeString(file("site.yaml"), Files.readString(file("site.yaml")) + "search: false\n");
    Tree site = build();
    assertEquals(Map.of(), searched(site));
    assertFalse(new String(site.files().get("index.html"), StandardCharsets.UTF_8).contains("seek"));
  }

  @Test
  void aLongNoteIsReadInParts() {
    StringBuilder text = new StringBuilder(SITE).append("-- content/post/long.md --\n---\ntitle: A long note\ndate: 2026-10-10\n---\n");
    for (int i = 0; i < 400; i++) {
      text.append("## Part ").append(i).append("\n\n").append("many words stand here again and again ".repeat(20)).append("\n\n");
    }
    Tree site = Sites.built(root, text.toString());
    List<String> parts = site.files().keySet().stream().filter(name -> name.startsWith("search/n/")).toList();
    assertEquals(4 + 16, parts.size(), parts.toString());
    parts.forEach(name -> assertTrue(site.files().get(name).length < 30_000, name + " has " + site.files().get(name).length));
  }
}
