package dev.assay.claim;

import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What must hold of the claim syntax for any text: no crash, and no word of the author lost. Driven by a coverage-guided
/// fuzzer (`bench/fuzz`) and, in every test run, by what it found and by its seeds.
public final class ClaimSyntaxFuzz {
  private static final MarkdownOptions OPTIONS =
      MarkdownOptions.of(List.of(Language.ENGLISH, Language.KOREAN), Map.of("데이터", Kind.FACT), false);

  /// What notes are put together from, so that a fuzzer reaches deep into the grammar; `W` becomes a word that occurs once.
  private static final String[] TOKENS = {
    "W", " ", "\n", "\n\n", "[Fact]", "[Inference]", "[사실]", "[추론]", "［보류］", "**", "*", "_", "- ", "1. ", "  ", "> ",
    "- [ ] ", "- [x] ", "|", "|-|-|\n", "| Kind | W |\n", "| 구분 | W | Source |\n|-|-|-|\n", "## ", "### [Fact]\n", ":::", ":::{fact}", "\n:::\n", "```{speculation}\n",
    "\n```\n", " {#W", "{", "}", " because=", "#W", "source=\"", "\"", "due=2027", ":source: ", ":", "：", " — ", ",", "\\", "`", "(https://W.org/W)",
    "[W](https://W.org)", "[Facts]", "(Fact)", "사실", "Fact", "---\n", "W: W", "\n: ", "[^1]", "\n[^1]: ", "same=#W", "probability=40%", "\t", "{#W}", "가W"
  };

  private static final Pattern FENCE = Pattern.compile("```[^`\n]*(?=\n|$)");

  private ClaimSyntaxFuzz() {}

  /// The fuzzer's door: the first byte chooses what is tried.
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < 2) {
      return;
    }
    byte[] rest = java.util.Arrays.copyOfRange(data, 1, data.length);
    switch (data[0] & 3) {
      case 0 -> options(new String(rest, StandardCharsets.UTF_8));
      case 1 -> tags(new String(rest, StandardCharsets.UTF_8));
      case 2 -> note(new String(rest, StandardCharsets.UTF_8));
      default -> words(rest);
    }
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

  /// Any text at all.
  static MarkdownResult note(String text) {
    MarkdownResult result =
        Markdown.parse(new MarkdownInput(new SourceText("f.md", text), 0, Optional.of("T"), Language.ENGLISH, OPTIONS));
    for (ClaimDraft claim : result.claims()) {
      require(claim.links().stream().allMatch(link -> link >= 0 && link < result.links().size()), text, "a link that is not there");
      require(claim.place().line() >= 1, text, "a claim without a place");
    }
    return result;
  }

  /// A note of tokens: where nothing is reported that keeps it from the page, each of its words is on the page, or is an option or address.
  static void words(byte[] data) {
    StringBuilder text = new StringBuilder();
    int word = 0;
    for (int i = 0; i < Math.min(data.length, 120); i++) {
      for (char c : TOKENS[(data[i] & 0xff) % TOKENS.length].toCharArray()) {
        if (c == 'W') {
          text.append('w').append(word++).append('x');
        } else {
          text.append(c);
        }
      }
    }
    MarkdownResult result = note(text.toString());
    // A footnote that nothing marks, or the second one of a label, is not shown, and told of.
    if (result.problems().stream().anyMatch(problem -> problem.isError() || problem.message().endsWith("so its text is not shown"))) {
      return;
    }
    // What stands behind a fence is the language of code and no text.
    String shown = shown(result) + FENCE.matcher(text).results().map(MatchResult::group).toList();
    for (int i = 0; i < word; i++) {
      require(shown.contains("w" + i + "x"), text.toString(), "the word w" + i + "x is lost");
    }
  }

  private static String shown(MarkdownResult result) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : result.body().pieces()) {
      out.append(piece instanceof Piece.Html(String html) ? html : " ");
    }
    result.links().stream().map(Link::target).forEach(target -> out.append(' ').append(target));
    for (ClaimDraft claim : result.claims()) {
      claim.name().ifPresent(name -> out.append(' ').append(name));
      claim.options().forEach(option -> out.append(' ').append(option.values()));
    }
    result.directives().forEach(directive -> out.append(' ').append(directive.argument()).append(directive.body()));
    result.roles().forEach(role -> out.append(' ').append(role.expression()));
    result.anchors().forEach(anchor -> out.append(' ').append(anchor));
    // What is warned of is not lost: its place is named.
    result.problems().forEach(problem -> out.append(' ').append(problem.excerpt()));
    return out.toString();
  }

  private static void require(boolean holds, String text, String what) {
    if (!holds) {
      throw new AssertionError(what + " in: " + text);
    }
  }
}
