package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.claim.KindWords;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Link;
import dev.assay.problem.Place;
import dev.assay.problem.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for any text at all: elements balance, ids stand once and are anchors, places point at what they name.
class RandomTextTest {
  private static final long SEED = 41;
  private static final Pattern ID = Pattern.compile("<[a-z0-9]+[^<>]* id=\"([^\"]*)\"");
  private static final KindWords KINDS = Read.OPTIONS.kindWords();
  /// In the column of a table that is headed so, the word of a kind needs no brackets.
  private static final Pattern TAG = Pattern.compile("(?s)[*_]*(?:[\\[［](\\p{L}+)[\\]］]|(\\p{L}+)).*");
  private static final List<String> PARTS =
      Stream.of(
              "< > \" ' ` `` <script> </script> <b> </b> <div> </div> </a> <!-- --> [ ]( ](a.md) ![i](p.png) ) * ** *** _ __ &lt; ~ ~~ ^ [^1] [r] [t][r] ``` ~~~ <p> </p> <details> <table><tr> \\ | # > "
                  .split(" "))
          .toList();
  private static final List<String> SPACED =
      List.of(
          "word ", "\n", "\n\n", "\r\n", "\t", "[x](b.md#c \"t\")", "https://x.org/a ", "a@b.org", "{#a .b}", "{#n because=#a}", "[Fact] ",
          "**[Inference]**: ", "[사실]", "- ", "1. ", "> ", "|-|-|\n", "| a | b |\n", "\n[^1]: ", "\n[r]: c.md 'T'\n", "    ", "  ", "```{cost-table}\n",
          "---\n", "===\n", "# ", "## [Fact]\n", "### h {#h}\n", ":::{fact}\n", "::::{blocked} #z\n", ":::\n", "::::\n", ":due: 2027\n", ": ", "> [!NOTE] ",
          "{cost}`a.b`", "한글", "\ud83d\ude00", "\ud800", "\0", "[ ] ", "  \n", "\\\n");

  @Test
  void invariantsHoldForRandomTexts() {
    Random random = new Random(SEED);
    for (int round = 0; round < 6000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "---\nx\n---\n");
      int start = text.length();
      for (int i = random.nextInt(40); i >= 0; i--) {
        List<String> from = random.nextBoolean() ? PARTS : SPACED;
        text.append(from.get(random.nextInt(from.size())));
      }
      check(text.toString(), start, "seed " + SEED + ", round " + round + ":\n" + text);
    }
  }

  /// What must hold of a text that begins at an offset.
  static void check(String text, int start, String about) {
    SourceText source = new SourceText("x.md", text);
    MarkdownResult result = Markdown.read(new MarkdownInput(source, start, Optional.of("t"), dev.assay.note.Language.ENGLISH, Read.OPTIONS));
    String html = Read.shown(result.body().pieces());
    Balance.check(html, about);
    Balance.check(Read.shown(result.summary()), about);
    Set<String> ids = new HashSet<>();
    Matcher matcher = ID.matcher(html);
    while (matcher.find()) {
      assertTrue(ids.add(Markup.decodeEntities(matcher.group(1))), about);
    }
    for (ClaimDraft claim : result.claims()) {
      Balance.check(Read.shown(claim.pieces()), about);
      assertTrue(ids.add(claim.anchor()), about);
      assertEquals(source.line(claim.place().line()), claim.excerpt(), about);
      boolean tagged = claim.form() == ClaimDraft.Form.TAG;
      Matcher tag = TAG.matcher(at(source, claim.place()));
      assertTrue(!tagged || (tag.matches() && KINDS.kind(tag.group(1) == null ? tag.group(2) : tag.group(1)).isPresent()), about);
    }
    assertTrue(result.anchors().containsAll(ids), about);
    for (Link link : result.links()) {
      // In an attribute, browsers pass over the ends of lines.
      String written = (text.indexOf('<') >= 0 ? behind(source, link.place()) : at(source, link.place())).replaceAll("\\s", "");
      String target = link.target().replaceAll("\\s", "");
      boolean same = written.startsWith(target) || written.startsWith(target.replaceFirst("^(mailto:|https://)", ""));
      assertTrue(same || written.contains("\\") || written.contains("&") || written.startsWith("<") || written.chars().anyMatch(Character::isISOControl), link + " " + about);
    }
  }

  private static String behind(SourceText source, Place place) {
    StringBuilder text = new StringBuilder(at(source, place));
    for (int line = place.line() + 1; line <= source.lines(); line++) {
      text.append(source.line(line));
    }
    return text.toString();
  }

  private static String at(SourceText source, Place place) {
    String line = source.line(place.line());
    return line.substring(line.offsetByCodePoints(0, place.column() - 1));
  }
}
