package dev.assay.markdown;

import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.Writing;
import dev.assay.problem.SourceText;
import dev.assay.testing.CommonmarkExample;
import dev.assay.testing.FuzzTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// What must hold of any text as a note: elements balance, ids stand once, nothing runs, places point at what they name, and
/// plain words are shown.
public final class MarkdownFuzz implements FuzzTarget {
  private static final MarkdownOptions WIDE =
      MarkdownOptions.of(List.of(Language.ENGLISH, Language.KOREAN, new Language("ja"), new Language("zh")), Map.of(), false).with(new Writing(true, true, true));
  private static final MarkdownOptions TRUSTED = MarkdownOptions.of(List.of(Language.ENGLISH), Map.of(), true);

  /// What no reader sees: comments, and where a label leads.
  /// Tags with their attributes, over however many lines.
  private static final Pattern TAGS = Pattern.compile("<[A-Za-z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>");

  /// Remarks and definitions of links.
  private static final Pattern UNSEEN = Pattern.compile("(?s)<!--.*?-->|\\[[^\\[\\]]*\\]:[^\\S\r\n]*\\R?[^\\S\r\n]*\\S+(?:\\s+(?:\"[^\"]*\"|'[^']*'|\\([^)]*\\)))?");

  private static final List<String> TOKENS =
      Stream.concat(
              Stream.of(
                  "word ", "가격", "x", " ", "\n", "\n\n", "\r\n", "\t", "  \n", "\\\n", "    ", "  ", "\u00a0", "\u3000", "\u200b", "\0", "\ud83d\ude00", "e\u0301",
                  "[x](b.md#c \"t\")", "[x](<a b> 'c')", "![i](p.png \"t\")", "![i](p.png){width=40 source=\"S\"}", "<https://x.org/a>", "https://x.org/a_b", "www.x.org", "a@b.org",
                  "[r]", "[t][r]", "\n[r]: c.md 'T'\n", "[^1]", "\n[^1]: note\n", "^[inline]", "{#a .b}", " {#h}", "{.wide}", "[Fact] ", "**[Inference]**: ", "[사실] ", "## [Fact]\n",
                  "# ", "### ", "Title\n===\n", "x\n---\n", "* * *\n", "- ", "+ ", "* ", "1. ", "2) ", "- [ ] ", "- [x] ", "> ", "> [!NOTE]\n> ", "> [!WARNING] T\n", "```java\n", "\n```\n", "~~~\n",
                  "````{cost-table}\n", "```{data-table}\n", ":::{note}\n", ":::{fact} #x\n", "\n:::\n", "::::{details} T\n", "\n::::\n", "```{include} a\n", "| a | b |\n|-|:-:|\n", "| x | y |\n",
                  "\nTable: T {#t}\n", "|", "Term\n: meaning\n", "\n: ", "$x^2$", "$$\n\\frac{a}{b}\n$$\n", "$120", "*", "**", "_", "__", "***", "~~", "==", "~", "^", "`", "``", "\\", "&amp;", "&#91;",
                  "&nbsp;", "\"", "'", "...", "--", "---", "(c)", "<b>", "</b>", "<div>\n", "</div>\n", "<p>", "</p>", "<br>", "<details>", "<summary>", "</details>", "<table><tr><td>", "</table>",
                  "<script>", "</script>", "<style>", "<!--", "-->", "<a href=\"javascript:x\">", "</a>", "<img src=x onerror=y>", "<svg onload=x>", "javascript:", "data:text/html,", "onclick=x",
                  "<![CDATA[", "]]>", "<?", "?>", "{cost}`a.b`", "{data}`t.csv#a.b`", "[@key, p. 4]", "@key", "(#anchor)", "[](b.md)", "# Next checkpoints\n", "| Checkpoint | Due |\n|-|-|\n",
                  "{kbd}`x`", "<kbd>", "H~2~O", "m^2^", "[[x]]", "]", "[", "(", ")", "<", ">", "{", "}", "!", ":", "#", "-", "=", "+"),
              Arrays.stream(Callout.values()).map(callout -> ":::{" + callout.word() + "}\n"))
          .distinct()
          .collect(Collectors.toUnmodifiableList());

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (String text :
        List.of(
            "# Prices\n\nWords *and* **more** `code` [link](b.md#c \"t\").\n\n- one\n- [x] two\n  1. three\n\n> quoted\n> [!NOTE]\n> x\n",
            "| a | b |\n|:-|-:|\n| x | **y** |\n\nTable: What {#t}\n\nTerm\n: meaning\n\nx[^1] y^[z]\n\n[^1]: note\n",
            "```java\nint x; // c\n```\n\n:::{fact} #x due=2027\nWords.\n:::\n\n```{cost-table}\nscenarios: [a]\n```\n",
            "a <b>b</b> <span class=\"x\">c</span>\n\n<details><summary>More</summary>\n\nSome **words**\n\n</details>\n",
            "$E = mc^2$ and $120 to $10\n\n$$\n\\frac{a}{b}\n$$\n\n\"quoted\" -- it's...\n",
            "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))\n\n<a href=\"&#106;avascript:x\">y</a>\n",
            "![i](p.png \"t\"){width=40}\n\n[@smith, p. 4] {cost}`a.b` https://x.org/a\n\n## Next checkpoints\n\n| Checkpoint | Due |\n|-|-|\n| x | Q3 2027 |\n")) {
      for (int way = 0; way < 4; way++) {
        all.add(FuzzTarget.seed(way, text));
      }
    }
    for (CommonmarkExample example : CommonmarkExample.of("spec")) {
      all.add(FuzzTarget.seed(all.size() & 3, example.markdown()));
    }
    for (String example : FuzzTarget.examples("")) {
      all.add(FuzzTarget.seed(all.size() & 3, example));
    }
    all.add(FuzzTarget.seed(0x80, new byte[] {52, 0, 4, 40, 1, 5, 52, 9, 18, 3}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    switch (FuzzTarget.way(data) & 3) {
      case 0 -> RandomTextTest.check(text, 0, text);
      case 1 -> safe(text, Read.OPTIONS);
      case 2 -> safe(text, WIDE);
      default -> trusted(text);
    }
  }

  private static MarkdownResult read(String text, MarkdownOptions options) {
    return Markdown.parse(new MarkdownInput(new SourceText("content/post/x.md", text), 0, Optional.of("Its title"), Language.ENGLISH, options, Set.of("tsmc"), Map.of(), dev.assay.note.Shortcodes.NONE));
  }

  private static void safe(String text, MarkdownOptions options) {
    MarkdownResult result = read(text, options);
    String html = Read.shown(result.body().pieces());
    Balance.check(html, text);
    Balance.check(Read.shown(result.summary()), text);
    if (!options.writing().math()) {
      SafetyTest.assertSafe(text, result);
    }
    FuzzTarget.places(new SourceText("content/post/x.md", text), result.problems());
    // One in eight: to read again takes as long as all the rest.
    FuzzTarget.require((text.hashCode() & 7) != 0 || read(text, options).equals(result), text, "read otherwise the second time");
    lines(text, result);
  }

  /// Markup of a trusted note is its writer's; what Assay makes around it has to hold all the same.
  private static void trusted(String text) {
    MarkdownResult result = read(text, TRUSTED);
    FuzzTarget.places(new SourceText("content/post/x.md", text), result.problems());
    if (text.indexOf('<') < 0) {
      Balance.check(Read.shown(result.body().pieces()), text);
    }
  }

  /// A line of nothing but letters and spaces is shown, wherever it stands, unless a problem tells why not.
  private static void lines(String text, MarkdownResult result) {
    if (!result.problems().isEmpty() || result.refused()) {
      return;
    }
    Element body = Jsoup.parseBodyFragment(all(result.body().pieces())).body();
    StringBuilder shown = new StringBuilder(body.wholeText());
    body.select("[alt], [title]").forEach(element -> shown.append(' ').append(element.attr("alt")).append(' ').append(element.attr("title")));
    result.directives().forEach(directive -> shown.append(directive.body()).append(directive.argument()));
    result.roles().forEach(role -> shown.append(role.expression()));
    result.links().forEach(link -> shown.append(link.target()));
    String plain = shown.toString().replaceAll("\\s+", "");
    // What stands beside a tag is no line of plain words.
    for (String line : TAGS.matcher(UNSEEN.matcher(text).replaceAll("\n")).replaceAll("<>").split("[\r\n]+", -1)) {
      String words = line.strip();
      if (!words.isEmpty() && words.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == ' ' || (c >= '가' && c <= '힣'))) {
        FuzzTarget.require(plain.contains(words.replace(" ", "")), text, "the line '" + words + "' is lost");
      }
    }
  }

  private static String all(List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String html) -> out.append(html);
        case Piece.Drawn(String page, _) -> out.append(page);
        case Piece.Picture picture -> out.append(picture.element("", ""));
        case Piece.Margin(_, List<Piece> inside) -> out.append(all(inside));
        case Piece.Printed(List<Piece> page, _) -> out.append(all(page));
        default -> {
          // What is filled in later is no word of the line.
        }
      }
    }
    return out.toString();
  }
}
