package dev.assay.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.edit.NewValue.Field;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.WrittenHead;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Heads are changed where they stand, and nothing else moves.
class HeadEditorTest {
  private static final NewValue EVENT =
      NewValue.fields(
          Field.text("claim", "hbm4#price"), Field.text("status", "refuted"), Field.word("date", "2026-11-22"),
          Field.text("note", "It rose: by half."));

  private static String changed(String text, HeadChange... changes) {
    Edited edited = HeadEditor.change(new SourceText("content/post/x.md", text), List.of(changes));
    return assertInstanceOf(Edited.Done.class, edited, () -> edited.toString()).text();
  }

  private static String withId(String text) {
    return changed(text, new HeadChange.Set("id", new NewValue.Text("urn:uuid:1")));
  }

  private static String withEvent(String text) {
    return changed(text, new HeadChange.Append("history", EVENT));
  }

  private static String withAlias(String text) {
    return changed(text, new HeadChange.Append("aliases", new NewValue.Text("/post/old/")));
  }

  @Test
  void yamlGetsOneLineMore() {
    assertEquals(
        "---\ntitle: 'A'   # as it was\n\ntags: [a,b]\nid: urn:uuid:1\n---\nText\n",
        withId("---\ntitle: 'A'   # as it was\n\ntags: [a,b]\n---\nText\n"));
  }

  @Test
  void aNoteWithoutAHeadGetsOne() {
    assertEquals("---\nid: urn:uuid:1\n---\n\n# A title\n", withId("# A title\n"));
    assertEquals("---\r\nid: urn:uuid:1\r\n---\r\n\r\nText\r\n", withId("Text\r\n"));
    assertEquals("---\nid: urn:uuid:1\n---\n", withId(""));
    assertEquals("---\nid: urn:uuid:1\n---\n\n---\n\nText after a rule", withId("---\n\nText after a rule"));
  }

  @Test
  void anEmptyHeadIsFilled() {
    assertEquals("---\nid: urn:uuid:1\n---\nText", withId("---\n---\nText"));
    assertEquals("+++\nid = \"urn:uuid:1\"\n+++\nText", withId("+++\n+++\nText"));
    assertEquals("{\"id\": \"urn:uuid:1\"}\nText", withId("{}\nText"));
    assertEquals("---\n# only a remark\nid: urn:uuid:1\n---\n", withId("---\n# only a remark\n---\n"));
  }

  @Test
  void lineEndsAndAMissingLastOneStay() {
    assertEquals("---\r\ntitle: A\r\nid: urn:uuid:1\r\n---\r\nText", withId("---\r\ntitle: A\r\n---\r\nText"));
    assertEquals("---\ntitle: A\nid: urn:uuid:1\n---", withId("---\ntitle: A\n---"));
  }

  @Test
  void indentedKeysAndBracesKeepTheirStyle() {
    assertEquals("---\n  title: A\n  tags: []\n  id: urn:uuid:1\n---\n", withId("---\n  title: A\n  tags: []\n---\n"));
    assertEquals("---\n{title: A, tags: [x], id: urn:uuid:1}\n---\n", withId("---\n{title: A, tags: [x]}\n---\n"));
    assertEquals(
        "---\n{title: A, # first\n tags: [x], # second\n id: urn:uuid:1\n}\n---\n",
        withId("---\n{title: A, # first\n tags: [x] # second\n}\n---\n"));
  }

  @Test
  void aBlockOfTextAtTheEndStaysWhole() {
    assertEquals(
        "---\ndescription: |\n  one\n  # two\n\nid: urn:uuid:1\n---\n", withId("---\ndescription: |\n  one\n  # two\n\n---\n"));
    assertEquals(
        "---\ndescription: |+\n  one\n\n\nid: urn:uuid:1\n---\n", withId("---\ndescription: |+\n  one\n\n\n---\n"));
    assertEquals("---\ntitle: one\n  two\nid: urn:uuid:1\n---\n", withId("---\ntitle: one\n  two\n---\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", "'old'", "\"old\"", "'old'  # why", "", "~", "null # none", ">\n  old\n  text", "old\n  and on", "\"old\n  and on\""})
  void aValueIsWrittenOver(String old) {
    String head = "---\nid: " + old + "\ntitle: A # b\n---\nText\n";
    String text = withId(head);
    assertTrue(text.startsWith("---\nid: urn:uuid:1"), text);
    assertTrue(text.endsWith("\ntitle: A # b\n---\nText\n"), text);
    assertEquals(head.contains("# why"), text.contains("  # why"));
  }

  @Test
  void settingTheSameAgainChangesNothingMore() {
    String once = withId("---\ntitle: A\n---\n");
    assertEquals(once, withId(once));
  }

  @Test
  void tomlKeysStandBeforeTheFirstTable() {
    assertEquals(
        "+++\ntitle = 'A' # t\ntags = [\n  \"a\",\n]\nid = \"urn:uuid:1\"\n\n# free\n[params]\nx = 1\n+++\nText\n",
        withId("+++\ntitle = 'A' # t\ntags = [\n  \"a\",\n]\n\n# free\n[params]\nx = 1\n+++\nText\n"));
    assertEquals("+++\nid = \"urn:uuid:1\"\n[params]\nx = 1\n+++\n", withId("+++\n[params]\nx = 1\n+++\n"));
    assertEquals("+++\nid = \"urn:uuid:1\" # old\n+++\n", withId("+++\nid = 'x' # old\n+++\n"));
    assertEquals(
        "+++\nscenarios = [\n  [1],\n]\nid = \"urn:uuid:1\"\n[params]\n+++\n", withId("+++\nscenarios = [\n  [1],\n]\n[params]\n+++\n"));
  }

  @Test
  void jsonKeepsItsShape() {
    assertEquals("{\"title\": \"A\", \"id\": \"urn:uuid:1\"}\n\nText\n", withId("{\"title\": \"A\"}\n\nText\n"));
    assertEquals(
        "{\n\t\"title\": \"A}\",\n\t\"id\": \"urn:uuid:1\"\n}\nText\n", withId("{\n\t\"title\": \"A}\"\n}\nText\n"));
    assertEquals("{\"id\": \"urn:uuid:1\"}\n", withId("{\"id\": \"old\"}\n"));
    assertEquals("{\"id\": \"urn:uuid:1\"}\n", withId("{\"id\": null}\n"));
  }

  @Test
  void anEventIsAddedToAListInLines() {
    String added = "  - claim: hbm4#price\n    status: refuted\n    date: 2026-11-22\n    note: \"It rose: by half.\"\n";
    assertEquals("---\ntitle: A\nhistory:\n" + added + "---\n", withEvent("---\ntitle: A\n---\n"));
    assertEquals("---\nhistory:\n" + added + "title: A\n---\n", withEvent("---\nhistory:\ntitle: A\n---\n"));
    assertEquals("---\nhistory: \n" + added + "title: A\n---\n", withEvent("---\nhistory: ~\ntitle: A\n---\n"));
    String one = "history:\n  - claim: a#b # first\n    status: confirmed\n    date: 2026-01-01\n";
    assertEquals("---\n" + one + added + "\n# the title\ntitle: A\n---\n", withEvent("---\n" + one + "\n# the title\ntitle: A\n---\n"));
    assertEquals("---\n" + one + added + "---\n", withEvent("---\n" + one + "---\n"));
    assertEquals("---\n" + one.replace("  -", "-").replace("    ", "  ") + added.replace("  -", "-").replace("    ", "  ") + "---\n",
        withEvent("---\n" + one.replace("  -", "-").replace("    ", "  ") + "---\n"));
  }

  @Test
  void anEventIsAddedToAListInBrackets() {
    String event = "{claim: hbm4#price, status: refuted, date: 2026-11-22, note: \"It rose: by half.\"}";
    assertEquals("---\nhistory: [" + event + "]\n---\n", withEvent("---\nhistory: []\n---\n"));
    assertEquals(
        "---\nhistory: [{claim: \"a#b\", status: x, date: 2026-01-01}, " + event + "] # so far\n---\n",
        withEvent("---\nhistory: [{claim: \"a#b\", status: x, date: 2026-01-01}] # so far\n---\n"));
    assertEquals(
        "---\nhistory:\n  - {claim: a#b, status: x, date: 2026-01-01}\n  - " + event + "\n---\n",
        withEvent("---\nhistory:\n  - {claim: a#b, status: x, date: 2026-01-01}\n---\n"));
    assertEquals(
        "---\nhistory: [\n  {claim: a#b, note: it's}, # one\n  " + event + "\n]\n---\n",
        withEvent("---\nhistory: [\n  {claim: a#b, note: it's} # one\n]\n---\n"));
  }

  @Test
  void anEventIsAddedInTomlAndJson() {
    String table = "[[history]]\nclaim = \"hbm4#price\"\nstatus = \"refuted\"\ndate = 2026-11-22\nnote = \"It rose: by half.\"\n";
    assertEquals("+++\ntitle = \"A\"\n\n" + table + "+++\n", withEvent("+++\ntitle = \"A\"\n+++\n"));
    assertEquals(
        "+++\n[[history]]\nclaim = \"a#b\"\n[params]\nx = 1\n\n" + table + "+++\n",
        withEvent("+++\n[[history]]\nclaim = \"a#b\"\n[params]\nx = 1\n+++\n"));
    assertEquals(
        "+++\nhistory = [{claim = \"a#b\"}, {claim = \"hbm4#price\", status = \"refuted\", date = 2026-11-22, note = \"It rose: by half.\"}]\n+++\n",
        withEvent("+++\nhistory = [{claim = \"a#b\"}]\n+++\n"));
    assertEquals(
        "{\"title\": \"A\", \"history\": [{\"claim\": \"hbm4#price\", \"status\": \"refuted\", \"date\": \"2026-11-22\", \"note\": \"It rose: by half.\"}]}\n",
        withEvent("{\"title\": \"A\"}\n"));
  }

  @Test
  void aSingleValueBecomesAListOfTwo() {
    assertEquals("---\naliases: [/a/, /post/old/]\n---\n", withAlias("---\naliases: /a/\n---\n"));
    assertEquals("---\naliases: [/post/old/]\n---\n", withAlias("---\naliases:\n---\n"));
    assertEquals("---\naliases:\n- /a/ # first\n- /post/old/\n---\n", withAlias("---\naliases:\n- /a/ # first\n---\n"));
    assertEquals("+++\naliases = [\"/a/\", \"/post/old/\"]\n+++\n", withAlias("+++\naliases = [\"/a/\"]\n+++\n"));
    assertEquals("+++\naliases = [\"/post/old/\"]\n[params]\n+++\n", withAlias("+++\n[params]\n+++\n"));
    assertEquals("{\"aliases\": [\"/a/\", \"/post/old/\"]}", withAlias("{\"aliases\": \"/a/\"}"));
  }

  @Test
  void valuesAreWrittenOverWhereTheyStand() {
    String text = "---\nfollows: [old, 'old', other]\nhistory:\n- {claim: old#x, date: 2026-01-01}\nhubs: old\n---\nold\n";
    WrittenHead head = FrontMatterReader.written(new SourceText("content/post/x.md", text)).orElseThrow();
    Value.Sequence follows = (Value.Sequence) head.keys().get("follows").orElseThrow();
    Value.Sequence history = (Value.Sequence) head.keys().get("history").orElseThrow();
    Value.Mapping event = (Value.Mapping) history.items().getFirst();
    assertEquals(
        "---\nfollows: [new, new, other]\nhistory:\n- {claim: new#x, date: 2026-01-01}\nhubs: old\n---\nold\n",
        changed(
            text,
            new HeadChange.Replace(follows.items().get(0).place(), new NewValue.Text("new")),
            new HeadChange.Replace(event.get("claim").orElseThrow().place(), new NewValue.Text("new#x")),
            new HeadChange.Replace(follows.items().get(1).place(), new NewValue.Text("new"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "plain", "with: colon", "# not a remark", "a # b", "- dash", "true", "1.10", "2026-01-01", "한국어 제목", "'quoted'", "\"", "\\", "line\nend",
      "tab\t", " space ", "", "~", "null", "{a}", "[b]", "a, b", "*star", "&and", "!no", "%x", "@at", "`tick", "| bar", "> fold", "? q", "a:", "\u0007", "\u2028x", "😀"})
  void anyTextCanBeWritten(String text) {
    for (String head : List.of("---\ntitle: A\n---\n", "---\n{title: A}\n---\n", "+++\ntitle = \"A\"\n+++\n", "{\"title\": \"A\"}\n")) {
      String changed = changed(head, new HeadChange.Set("description", new NewValue.Text(text)), new HeadChange.Append("tags", new NewValue.Text(text)));
      WrittenHead read = FrontMatterReader.written(new SourceText("x.md", changed)).orElseThrow();
      assertEquals(List.of(), read.problems());
      assertEquals(text, ((Value.Scalar) read.keys().get("description").orElseThrow()).text(), changed);
      assertEquals(text, ((Value.Scalar) ((Value.Sequence) read.keys().get("tags").orElseThrow()).items().getFirst()).text(), changed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\ntitle: [\n---\n", "---\ntitle: a\nno end\n\nText", "---\ntitle: a\ntitle: b\n---\n", "+++\nx\n+++\n", "{\"a\": }\n", "---\na: &x 1\n---\n"})
  void aBrokenHeadIsRefusedWithItsOwnProblem(String text) {
    Edited edited = HeadEditor.change(new SourceText("x.md", text), List.of(new HeadChange.Set("id", new NewValue.Text("1"))));
    Edited.Refused refused = assertInstanceOf(Edited.Refused.class, edited);
    assertTrue(refused.problem().code() != Code.EDIT, refused.problem().toString());
  }

  @Test
  void aMappingWhereAListShouldBeIsRefused() {
    Edited edited = HeadEditor.change(new SourceText("x.md", "---\nhistory: {a: b}\n---\n"), List.of(new HeadChange.Append("history", EVENT)));
    assertEquals(Code.EDIT, assertInstanceOf(Edited.Refused.class, edited).problem().code());
  }

  /// Whatever a head holds, either it is refused or everything else in it says the same, line for line.
  @Test
  void randomHeadsKeepWhatTheySay() {
    String[] lines = {
      "title: a", "tags: [x, y]", "tags:\n  - x\n  - y", "# remark", "", "description: >\n  folded\n\n  text", "params:\n  a: {b: [c]}\n  d: |\n    # x\n\n    y",
      "history:\n- claim: a#b\n  note: |-\n    x\n    # y\n", "history:\n    -   claim: a#b\n\n        status: x", "history: [ {claim: a#b},\n # r\n {claim: c#d}, ]", "weight: 3 # w",
      "aliases: '/x/'", "aliases:\n  # none\n  - /y/ # y", "slug: \"a\\\n  b\"", "\"quoted key\": 1"
    };
    Random random = new Random(7);
    int done = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder head = new StringBuilder("---\n");
      int count = random.nextInt(6);
      for (int n = 0; n < count; n++) {
        head.append(lines[random.nextInt(lines.length)]).append('\n');
      }
      String text = head.append("---\nBody\n").toString();
      if (i % 2 == 1) {
        text = text.replace("\n", "\r\n");
      }
      Edited edited =
          HeadEditor.change(
              new SourceText("x.md", text),
              List.of(new HeadChange.Set("id", new NewValue.Text("1,2")), new HeadChange.Append("history", EVENT), new HeadChange.Append("aliases", new NewValue.Text("/z/"))));
      if (edited instanceof Edited.Done(String changed)) {
        done++;
        assertEquals(lost(text, changed), "", text + "\n=>\n" + changed);
      } else {
        assertTrue(!FrontMatterReader.written(new SourceText("x.md", text)).orElseThrow().problems().isEmpty(), text);
      }
    }
    assertTrue(done > 1000, "only " + done);
  }

  /// The first sign of the old text that is not in the new one, in order.
  private static String lost(String old, String now) {
    int at = 0;
    for (int i = 0; i < old.length(); i++) {
      at = now.indexOf(old.charAt(i), at) + 1;
      if (at == 0) {
        return old.substring(i);
      }
    }
    return "";
  }
}
