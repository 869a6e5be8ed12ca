package dev.assay.frontmatter;

import dev.assay.edit.Edited;
import dev.assay.edit.HeadChange;
import dev.assay.edit.HeadEditor;
import dev.assay.edit.NewValue;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.SourceText;
import dev.assay.testing.FuzzTarget;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must hold of any head, settings and data: places that the file has, a text below that is all there, and a head that
/// says after a change what it said before and the change.
public final class HeadFuzz implements FuzzTarget {
  private static final FrontMatterOptions OPTIONS = new FrontMatterOptions(ZoneId.of("Asia/Seoul"), Map.of("region", "text", "share", "number", "seen", "date", "kinds", "list", "open", "bool"));
  private static final String BODY = "Text below.\n";

  private static final List<String> TOKENS =
      List.of(
          "title: ", "title = ", "\"title\": ", "date: ", "date = ", "updated: ", "slug: ", "tags: ", "tags = ", "categories: ", "authors: ", "draft: true\n", "lang: ko\n", "aliases: ", "history:\n", "  - claim: a#b\n    status: refuted\n    date: 2026-11-22\n",
          "corrections:\n", "scenarios:\n", "params:\n", "image: ", "weight: ", "summary: ", "description: ", "entities: ", "type: ", "url: ", "id: ", "region: ", "share: ", "seen: ", "kinds: ", "open: ", "series: ", "math: ", "layout: ",
          "title: x\n", "a: ", "b: ", "? ", "- ", "\n- ", "\n  ", "\n    ", "\n", "\r\n", "\t", " ", "[", "]", "{", "}", ",", ", ", ":", ": ", "\"", "'", "''", "\\\"", "\\n", "\\u0041", "\\x41", "\\U0001F600", "#", " # c\n", "&a ", "*a", "!!str ",
          "|\n  x\n", ">-\n  x\n", "|2-\n", "---\n", "\n---\n", "...\n", "+++\n", "%YAML 1.2\n", "<<: *a\n", "null", "~", "true", "yes", "1.10", "0x1F", "1_000", "-1e3", ".inf", "2026-05-30", "2026-05-30T09:00:00+09:00", "2026-02-30", "09:30", "=",
          " = ", "[a]\n", "[a.b]\n", "[[a]]\n", "a.b = 1\n", "\"\"\"", "'''", "{a = 1}", "[1, 2]", "inf", "nan", "0b1", "//", "가격", "\ud83d\ude00", "\ud800", "\u0085", "\u2028", "\ufeff", "\0", "x", "y z", "@", "`", "%", "content/x.md",
          "title: \"T\"\nbase_url: https://x.org/\n", "language: en\n", "languages: [en, ko]\n", "time_zone: Asia/Seoul\n", "permalinks: {post: /:slug/}\n", "menu:\n  - {label: A, url: /a/}\n", "feeds: {limit: 5}\n", "entities:\n  companies: [TSMC]\n", "claims:\n  names: {데이터: fact}\n");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (String head : HostileInputTest.SEEDS) {
      all.add(FuzzTarget.seed(0, head));
      all.add(FuzzTarget.seed(1, head));
    }
    all.add(FuzzTarget.seed(2, "title: 'A'   # as it was\n\ntags: [a,b]\nhistory:\n  - {claim: a#b, status: refuted, date: 2026-11-22}\nimage: {src: x.png, alt: y}"));
    all.add(FuzzTarget.seed(3, "title = 'A' # c\ntags = [\n  \"a\", # b\n]\n[params]\nn = 1\n[[history]]\nclaim = \"a#b\""));
    all.add(FuzzTarget.seed(4, "title: Lab\nbase_url: https://x.org/\nlanguages: [en, ko]\ntime_zone: Asia/Seoul\npermalinks: {post: /:year/:slug/}\nmenu:\n  - {label: {en: A, ko: 가}, url: /a/}\nauthors: [{name: Kim, url: https://k.org}]\n"));
    all.add(FuzzTarget.seed(5, "name,2026,price\nH100,\"1,000\",2 USD\n\"a \"\"b\"\"\",,\n"));
    all.add(FuzzTarget.seed(6, "- {name: a, price: 1.10}\n- name: b\n  price: ~\n"));
    all.add(FuzzTarget.seed(0x80 | 2, new byte[] {0, 120, 38, 6, 44, 120, 49, 121, 45}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    switch (FuzzTarget.way(data) & 7) {
      case 0 -> note(text);
      case 1 -> HostileInputTest.checkHead(text, "fuzzed");
      case 2 -> note("---\n" + text + "\n---\n" + BODY);
      case 3 -> note("+++\n" + text + "\n+++\n" + BODY);
      case 4 -> site(new SourceText("content/site.yaml", text));
      case 5 -> table(new SourceText("content/data/x.csv", text));
      case 6 -> table(new SourceText("content/data/x.yaml", text));
      default -> table(new SourceText("content/data/x.toml", text));
    }
  }

  private static void note(String text) {
    SourceText source = new SourceText("content/post/x.md", text);
    Head head = FrontMatterReader.read(source, OPTIONS);
    FuzzTarget.require(head.bodyOffset() >= 0 && head.bodyOffset() <= text.length(), text, "a text that begins at " + head.bodyOffset());
    FuzzTarget.places(source, head.problems());
    head.front().title().ifPresent(title -> FuzzTarget.place(source, title.place()));
    Optional<WrittenHead> written = FrontMatterReader.written(source);
    written.ifPresent(keys -> {
      FuzzTarget.require(keys.from() <= keys.to() && keys.to() <= keys.bodyOffset() && keys.bodyOffset() <= text.length(), text, "a head from " + keys.from() + " to " + keys.to());
      FuzzTarget.places(source, keys.problems());
    });
    changed(source, head, new HeadChange.Set("id", new NewValue.Text("urn:x: \"1\" # 가")));
    changed(source, head, new HeadChange.Append("aliases", new NewValue.Text("/old/, [x]")));
    changed(source, head, new HeadChange.Append("history", NewValue.fields(NewValue.Field.text("claim", "a#b"), NewValue.Field.word("date", "2026-11-22"))));
  }

  /// A change that is made can be read, and neither the text nor another key is any other than before.
  private static void changed(SourceText source, Head before, HeadChange change) {
    switch (HeadEditor.change(source, List.of(change))) {
      case Edited.Refused(var problem) -> FuzzTarget.require(problem.place().line() <= source.lines(), source.text(), "no such place: " + problem);
      case Edited.Done(String text) -> {
        SourceText now = new SourceText(source.file(), text);
        Head after = FrontMatterReader.read(now, OPTIONS);
        String body = source.text().substring(before.bodyOffset());
        FuzzTarget.require(text.endsWith(body), source.text(), "another text after " + change + ": " + text);
        FuzzTarget.require(same(before, after), source.text(), "another title, slug or date after " + change + ": " + text);
        if (change instanceof HeadChange.Set(String key, NewValue.Single value)) {
          Value said = FrontMatterReader.written(now).flatMap(head -> head.keys().get(key)).orElseThrow();
          FuzzTarget.require(said instanceof Value.Scalar scalar && scalar.text().equals(value.said()), source.text(), "not what was to be said: " + text);
        }
      }
    }
  }

  private static boolean same(Head before, Head after) {
    return before.front().title().map(title -> title.value()).equals(after.front().title().map(title -> title.value()))
        && before.front().slug().map(slug -> slug.value()).equals(after.front().slug().map(slug -> slug.value()))
        && before.front().tags().equals(after.front().tags());
  }

  private static void site(SourceText source) {
    ParsedSite parsed = SiteReader.read(source, Site.defaults("x"), List.of("post", "hub"));
    FuzzTarget.places(source, parsed.problems());
    FuzzTarget.require(!parsed.site().languages().isEmpty(), source.text(), "a site without a language");
  }

  private static void table(SourceText source) {
    DataTableReader.Result result = DataTableReader.read(source);
    FuzzTarget.places(source, result.problems());
    result.table().rows().forEach(row -> {
      FuzzTarget.require(row.cells().size() == result.table().columns().size(), source.text(), "a row of " + row.cells().size() + " cells");
      row.cells().forEach(cell -> FuzzTarget.place(source, cell.place()));
    });
  }
}
