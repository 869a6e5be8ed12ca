package dev.assay.claim;

import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Entities;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.Shortcodes;
import dev.assay.note.Writing;
import dev.assay.problem.SourceText;
import dev.assay.testing.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What must hold of the claim syntax for any text: no crash, and no word of the author lost. Driven by a coverage-guided
/// fuzzer (`bench/fuzz`) and, in every test run, by what it found and by its seeds.
public final class ClaimSyntaxFuzz implements FuzzTarget {
  private static final MarkdownOptions OPTIONS =
      MarkdownOptions.of(List.of(Language.ENGLISH, Language.KOREAN), Map.of("데이터", Kind.FACT), false);

  /// What notes are put together from, so that a fuzzer reaches deep into the grammar; `W` becomes a word that occurs once.
  private static final String[] TOKENS = {
    "W", " ", "\n", "\n\n", "[Fact]", "[Inference]", "[사실]", "[추론]", "［보류］", "**", "*", "_", "- ", "1. ", "  ", "> ",
    "- [ ] ", "- [x] ", "|", "|-|-|\n", "| Kind | W |\n", "| 구분 | W | Source |\n|-|-|-|\n", "## ", "### [Fact]\n", ":::", ":::{fact}", "\n:::\n", "```{speculation}\n",
    "\n```\n", " {#W", "{", "}", " because=", "#W", "source=\"", "\"", "due=2027", ":source: ", ":", "：", " — ", ",", "\\", "`", "(https://W.org/W)",
    "[W](https://W.org)", "[Facts]", "(Fact)", "사실", "Fact", "---\n", "W: W", "\n: ", "[^1]", "\n[^1]: ", "same=#W", "probability=40%", "\t", "{#W}", "가W"
  };

  /// The same in all languages that have words for kinds, with every option, column and heading that is read.
  private static final List<Language> ALL_LANGUAGES =
      List.of(Language.ENGLISH, Language.KOREAN, new Language("ja"), new Language("zh"), new Language("zh-TW"));
  private static final String[] WIDE = wide();

  /// All languages that have words of their own, entities by name, and every way of reading that a site can ask for.
  private static final MarkdownOptions ALL =
      MarkdownOptions.of(ALL_LANGUAGES, Map.of("데이터", Kind.FACT), false).with(new Writing(true, true, true));

  private static final Set<String> ENTITIES = Set.of(Entities.key("TSMC"), Entities.key("SK하이닉스"));

  private static final Pattern DEFINITION = Pattern.compile("\\[@?w[0-9]+x(?:, p\\. 4)?]:\\s*(?:https://)?\\S+(?:\\s+(?:\\([^)]*\\)|\"[^\"]*\"|'[^']*'))?");
  private static final Pattern MATH_TAG = Pattern.compile("</?m[a-z]+[^>]*>");
  private static final Pattern FENCE = Pattern.compile("```[^`\n\r]*(?=[\n\r]|$)");

  @Override
  public List<String> tokens() {
    List<String> all = new ArrayList<>();
    for (String token : WIDE) {
      all.add(token.replace('W', 'w'));
    }
    return all;
  }

  /// The examples of the guide's page on the language of claims, and prose of which a part is read.
  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (String example : FuzzTarget.examples("claim-language.md")) {
      all.add(FuzzTarget.seed(all.size() % 2 == 0 ? 5 : 2, example));
    }
    for (String prose :
        List.of(
            "Q3 2026", "2026년 3분기", "by October", "Per Reuters, the price rose.", "로이터에 따르면 가격이 올랐다.", "✅ [Fact] x", "Claim 1 [Fact] y", "Prices rose. [Fact] {#a}",
            "Next checkpoints", "Checkpoint|Strong signal|Weak signal|Due|Claims", "40%", "according to TSMC's CFO, prices", "2H26", "mid-2027", "10월 말", "H100 (SemiAnalysis)")) {
      all.add(FuzzTarget.seed(4, prose));
    }
    all.add(FuzzTarget.seed(0, "#a because=#b,x#c due=2027-Q2 source=\"A, B\" probability=40%}"));
    all.add(FuzzTarget.seed(1, "**[Fact]**: x"));
    all.add(FuzzTarget.seed(6, new byte[] {4, 0, 1, 0, 28, 0, 30, 3, 2, 5, 0, 29}));
    return all;
  }

  /// The first byte chooses what is tried.
  @Override
  public void run(byte[] data) {
    byte[] rest = java.util.Arrays.copyOfRange(data, 1, data.length);
    switch (data[0] & 7) {
      case 0 -> options(new String(rest, StandardCharsets.UTF_8));
      case 1 -> tags(new String(rest, StandardCharsets.UTF_8));
      case 2 -> note(new String(rest, StandardCharsets.UTF_8), OPTIONS);
      case 3 -> words(rest, TOKENS, OPTIONS);
      case 4 -> prose(new String(rest, StandardCharsets.UTF_8));
      case 5 -> note(new String(rest, StandardCharsets.UTF_8), ALL);
      default -> words(rest, WIDE, ALL);
    }
  }

  private static String[] wide() {
    List<String> all = new ArrayList<>(List.of(TOKENS));
    for (Language language : ALL_LANGUAGES) {
      for (Kind kind : Kind.values()) {
        String word = KindWords.label(kind, language);
        all.addAll(List.of("[" + word + "]", "| " + word + " "));
      }
    }
    all.addAll(
        List.of(
            "[Fact](https://W.org) ", "[Fact][W] ", "\n[W]: https://W.org\n", "［Fact］", "【사실】", "\\[Fact\\]", "✅ ", "Claim 1 ", "가. ", "## [Fact]\n", "## [사실]\n",
            "# Next checkpoints\n", "## 다음 체크포인트\n", "## チェックポイント\n", "## 检查点\n", "| Checkpoint | Strong signal | weak signal | Due | Claims |\n|-|-|-|-|-|\n",
            "| 항목 | 강한 신호 | 기한 |\n|-|-|-|\n", "| W | ", " |\n| ", " | W | W |\n", "| # | Kind | W | Source |\n|:-|-:|:-:|-|\n", "| [Fact] | [추론] |\n|-|-|\n",
            "| W {unit=GB best=max} |\n|-|\n", "| TSMC | W |\n", "SK하이닉스", "W#W", "because=#W, #W", "supports=W#W", "due=2027-Q2", "due=soon", "probability=1.5",
            "entities=\"A, W\"", "unblocks=#W", "supersedes=#W", "asserted=2026-11-20", "source=@W ", "source=javascript:W", "“W”", "'W'", "= ", "becuase=#W",
            ":because: #W\n", ":due: 2027\n", ":entities: W, W\n", ":::{inference} #W\n", "::::{fact} {#W due=2027}\n", "````{blocked} #W\n", "\n::::\n", "\n````\n",
            "```{cost-table}\n", "```{checkpoints}\n", "{cost}`W.W`", "{data}`W.csv#W.W`", "[@W, p. 4]", "[](W.md#W)", "[W](W.md)", "![W](W.png)", "<b>W</b>", "<br>", "<div>\n", "</div>\n",
            "> [!NOTE]\n> ", "$W$", "$$\nW\n$$\n", "W\n===\n", "&#91;Fact&#93;", "&amp;", "\u3000", "\u200b", "\ufeff", "\r\n", "\r", "    ", "~~W~~", "==W==", "* * *\n", "a) ", "10. ",
            "+ ", "\\\n", "Per W, ", "W에 따르면 ", "according to W", "2026년 3분기", "Q3 2026", "은", "고", "、", "。", "^[W]", "[Fact]: W\n", "{W=W}", "{.W}", "{ #W }", "{#W", "]", "[",
            "(", ")", "<", ">", "!", "<!-- x -->", "\n\n- W\n\n  ", "\n  :::{fact}\n  W\n  :::\n", "Table: W\n",
            "## What to watch\n", "## Signposts\n", "| W | 2027-06-30 |\n", "| W {unit=\"GB\" best=min} |\n|-|\n", "| 1.5 (1–2) |\n", "| **12** |\n", "| 팩트 |\n", "(팩트) ",
            "【Opinion】", "**Hypothesis:** ", "들]", "✔\ufe0f ", "\u200d", "W에 의하면 ", "W가 밝힌 ", "고 W는 말했다", "에서 발표한 ", ", says W", " said ", "'s w", "(Source: W)", "출처: W",
            "Their ", "관계자", "11월 30일", "30 November", "상반기", "下半年", "H1 ", "1H27", "mid-2027", "연말", "#दाम", "“A \\” W”", "`[@W]`", "| - |\n", "| Fact | W | W |\n"));
    require(all.size() <= 256, "", "more tokens than a byte can name");
    return all.toArray(String[]::new);
  }

  /// Options: every character that is not white space belongs to one item, in order.
  static void options(String text) {
    int covered = 0;
    for (OptionLexer.Item item : OptionLexer.items(text, 0, text.length())) {
      require(item.start() >= covered && item.end() > item.start() && item.end() <= text.length(), text, "items overlap");
      require(text.substring(covered, item.start()).chars().allMatch(Character::isWhitespace), text, "a character in no item");
      covered = item.end();
    }
    require(text.substring(covered).chars().allMatch(Character::isWhitespace), text, "a character in no item");
    int open = ClaimOptions.startOfTrailing(text);
    require(open < text.length(), text, "options begin behind the text");
    require(open < 0 || ClaimOptions.endOfOptions(text, open) == text.length(), text, "options that do not end the text");
    ClaimOptions.read(new SourceText("f.md", text), text, 0, text.length(), i -> i);
  }

  /// Tags: what is found lies in the text, and near tags are no tags.
  static void tags(String text) {
    KindWords words = OPTIONS.kindWords();
    ClaimTag.at(text, 0, words).ifPresent(tag -> {
      require(tag.open() >= 0 && tag.close() <= text.length() && tag.open() < tag.close(), text, "a tag outside");
      int end = tag.end(text, tag.close());
      require(end == -1 || (end >= tag.close() && end <= text.length()), text, "a tag's end outside");
    });
    NearTag.at(text, words).ifPresent(near -> require(near.start() >= 0 && near.start() < near.end() && near.end() <= text.length(), text, "a near tag outside"));
  }

  /// Prose in which a date, an attribution, a probability, a tag out of place or the head of a table may stand.
  static void prose(String text) {
    KindWords words = ALL.kindWords();
    Due.find(text, Optional.of(LocalDate.of(2026, 11, 22)));
    Due.parse(text);
    Probability.parse(text);
    Reference.read(text, "note");
    String letters = text.replaceAll("\\s", "");
    require(Attributions.in(text).stream().allMatch(name -> letters.contains(name.replaceAll("\\s", ""))), text, "an attribution that is not there");
    Attributions.behind(text);
    StrayTag.in(text, words).ifPresent(near -> require(near.start() >= 0 && near.start() < near.end() && near.end() <= text.length(), text, "a stray tag outside"));
    CheckpointWords.Heading heading = CheckpointWords.heading(text);
    List<String> heads = List.of(text.split("\\|", -1));
    CheckpointWords.columns(heads, heading).ifPresent(found -> require(heads.size() > Collections.max(found.values()), text, "a column outside"));
    heads.forEach(head -> require(!KindColumns.isKind(head) || !KindColumns.isSource(head), text, "a column of kinds and sources"));
  }

  /// Any text at all. A site in few languages knows no entities either.
  static MarkdownResult note(String text, MarkdownOptions options) {
    MarkdownResult result =
        Markdown.parse(new MarkdownInput(new SourceText("f.md", text), 0, Optional.of("T"), Language.ENGLISH, options, options == ALL ? ENTITIES : Set.of(), Map.of(), Shortcodes.NONE));
    for (ClaimDraft claim : result.claims()) {
      require(claim.links().stream().allMatch(link -> link >= 0 && link < result.links().size()), text, "a link that is not there");
      require(claim.place().line() >= 1, text, "a claim without a place");
    }
    return result;
  }

  /// A note of tokens: where nothing is reported that keeps it from the page, each of its words is on the page, or is an option or address.
  static void words(byte[] data, String[] tokens, MarkdownOptions options) {
    StringBuilder text = new StringBuilder();
    int word = 0;
    for (int i = 0; i < Math.min(data.length, 120); i++) {
      for (char c : tokens[(data[i] & 0xff) % tokens.length].toCharArray()) {
        if (c == 'W') {
          text.append('w').append(word++).append('x');
        } else {
          text.append(c);
        }
      }
    }
    MarkdownResult result = note(text.toString(), options);
    // A footnote that nothing marks, or the second one of a label, is not shown, and told of.
    if (result.problems().stream().anyMatch(problem -> problem.isError() || problem.message().endsWith("so its text is not shown"))) {
      return;
    }
    // What stands behind a fence is the language of code and no text, and so is where a label leads; a formula has each of its letters in an element.
    String written = shown(result);
    String shown = written + MATH_TAG.matcher(written).replaceAll("") + all(FENCE, text) + all(DEFINITION, text);
    for (int i = 0; i < word; i++) {
      require(shown.contains("w" + i + "x"), text.toString(), "the word w" + i + "x is lost");
    }
  }

  private static List<String> all(Pattern pattern, CharSequence text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String shown(MarkdownResult result) {
    StringBuilder out = new StringBuilder();
    shown(result.body().pieces(), out);
    result.links().stream().map(Link::target).forEach(target -> out.append(' ').append(target));
    for (ClaimDraft claim : result.claims()) {
      claim.name().ifPresent(name -> out.append(' ').append(name));
      claim.options().forEach(option -> out.append(' ').append(option.values()));
    }
    result.directives().forEach(directive -> out.append(' ').append(directive.argument()).append(directive.body()));
    result.roles().forEach(role -> out.append(' ').append(role.expression()));
    result.anchors().forEach(anchor -> out.append(' ').append(anchor));
    return out.toString();
  }

  private static void shown(List<Piece> pieces, StringBuilder out) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Margin(int _, List<Piece> inner)) {
        shown(inner, out);
      } else {
        out.append(
            switch (piece) {
              case Piece.Html(String html) -> html;
              case Piece.Drawn(String page, String plain) -> page + plain;
              case Piece.Picture picture -> picture.element("", "");
              default -> " ";
            });
      }
    }
  }

  private static void require(boolean holds, String text, String what) {
    if (!holds) {
      throw new AssertionError(what + " in: " + text);
    }
  }
}
