package dev.assay.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.Head;
import dev.assay.note.FrontMatter;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
  private static FrontMatter read(NoteHead head) {
    String text = YamlText.head(head) + "\nbody\n";
    Head read = FrontMatterReader.read(new SourceText("x.md", text), FrontMatterOptions.of(Site.defaults("x")));
    assertEquals(List.of(), read.problems(), text);
    return read.front();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "It's a race: cost, not speed", "# no comment", "a # b", "- item", "[x]", "{a}", "yes", "NULL", "1.10", "2026-05-30",
        "\"quoted\"", "back\\slash", "two\nlines", "tab\there", "한국어 \"제목\": 값", "emoji 📚 and \u2028", "!tag", "&anchor", "*alias",
        "%percent", "@at", "`tick`", "trailing:", "a: b", "~", "---", "...", "\u00a0x", "=", "<<", "a,b", "?x", "|", ">", "0x1F", "1e3", "+1", ".5",
        "on", "No", "null"
      })
  void aTextIsReadBackAsItIs(String text) {
    FrontMatter front = read(NoteHead.builder().text("title", text).texts("tags", List.of(text, "other")).build());
    assertEquals(text.strip(), front.title().map(Located::value).orElse("").strip());
    assertEquals(List.of(text.strip(), "other"), front.tags().stream().map(String::strip).toList());
  }

  @Test
  void anyTextIsReadBackAsItIs() {
    Random random = new Random(7);
    String signs = "ab 가나-#:,[]{}\"'\\%@&*!|>?`=~.0193\té—“”";
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      text.append('x');
      FrontMatter front = read(NoteHead.builder().text("title", text.toString()).build());
      assertEquals(text.toString(), front.title().map(Located::value).orElse(""), "seed 7, round " + i);
    }
  }

  @Test
  void aMomentKeepsItsOffset() {
    OffsetDateTime moment = OffsetDateTime.parse("2026-05-30T09:00:00+09:00");
    FrontMatter front = read(NoteHead.builder().moment("date", java.util.Optional.of(moment)).build());
    assertEquals(moment, front.date().orElseThrow());
  }

  @Test
  void tablesAndListsNest() {
    HeadValue inner = new HeadValue.Table(List.of(Map.entry("a b", new HeadValue.Text("yes")), Map.entry("count", new HeadValue.Whole(3))));
    HeadValue list = new HeadValue.Items(List.of(inner, new HeadValue.Flag(true), new HeadValue.Table(List.of())));
    NoteHead head = NoteHead.builder().put("params", new HeadValue.Table(List.of(Map.entry("list", list), Map.entry("deep", inner)))).build();
    assertEquals(
        """
        ---
        params:
          list:
            - "a b": "yes"
              count: 3
            - true
            - {}
          deep:
            "a b": "yes"
            count: 3
        ---
        """,
        YamlText.head(head));
    read(head);
  }
}
