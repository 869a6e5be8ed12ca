package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.importer.Words;
import dev.assay.note.Language;
import dev.assay.note.Role;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

/// The words that a reader sees of a text are those that commonmark-java makes of it.
///
/// Random texts hold nothing that Assay reads its own way, so their words are the same to the last one, but for what [#RULES] name;
/// `-Dassay.texts=20000` compares more of them than a build does, `-Dassay.seed=7` others.
class SameTextTest {
  private static final int TEXTS = Integer.getInteger("assay.texts", 600);
  private static final long SEED = Long.getLong("assay.seed", 20261123L);
  static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
  static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();
  private static final MarkdownOptions OPTIONS = MarkdownOptions.of(List.of(Language.ENGLISH), Map.of(), true);

  /// Why a text may differ.
  ///
  /// @param sign what stands in it then
  record Rule(String reason, Pattern sign) {}

  static final List<Rule> RULES =
      List.of(
          new Rule("commonmark-java takes '[a]((b c)' for a link; the specification wants the parentheses of an address in pairs", Pattern.compile("\\]\\(\\s*\\S*\\(")),
          new Rule("a list of numbers that begins with another than 1, right behind the text of an item, is a list here and text in the specification", Pattern.compile("(?m)^[ >]+(?!1[.)])\\d+[.)] ")));

  @Test
  void randomTextsHaveTheWordsThatCommonmarkSees() {
    List<String> different = new ArrayList<>();
    for (int round = 0; round < TEXTS; round++) {
      String text = new RandomMarkdown(SEED + round).text();
      if (!theirs(text).equals(ours(text)) && RULES.stream().noneMatch(rule -> rule.sign().matcher(text).find())) {
        String least = smaller(text);
        different.add("seed " + (SEED + round) + ": " + Words.differences(theirs(least), ours(least)) + "\n" + least);
      }
    }
        assertEquals("", String.join("\n\n", different.subList(0, Math.min(3, different.size()))), different.size() + " of " + TEXTS);
    assertTrue(TEXTS > 0);
  }

  /// A text without what it can do without and still differ.
  static String smaller(String text) {
    List<String> parts = new ArrayList<>(List.of(text.split("(?<=[ \n])|(?=[ \n])|(?<=\\W)|(?=\\W)")));
    for (int size = parts.size() / 2; size > 0; size /= 2) {
      for (int from = 0; from + size <= parts.size(); ) {
        List<String> less = new ArrayList<>(parts);
        less.subList(from, from + size).clear();
        String shorter = String.join("", less);
        if (theirs(shorter).equals(ours(shorter))) {
          from += size;
        } else {
          parts = less;
        }
      }
    }
    return String.join("", parts);
  }

  private static String written(Role role) {
    return role.isCitation() ? role.expression() : "{" + role.name() + "}" + role.expression();
  }

  static List<String> theirs(String text) {
    return Words.of(HTML.render(PARSER.parse(text)));
  }

  static List<String> ours(String text) {
    MarkdownResult result = Markdown.read(new MarkdownInput(new SourceText("x.md", text), 0, Optional.of("A title that no text has"), Language.ENGLISH, OPTIONS));
    String html = SpecificationTest.html(result.body().pieces(), result.links()).replaceAll("\\{title \\d+\\}", "");
    // Without a bibliography what could cite is a text.
    return Words.of(Pattern.compile("\\{role (\\d+)\\}").matcher(html).replaceAll(role -> Matcher.quoteReplacement(Markup.escape(written(result.roles().get(Integer.parseInt(role.group(1))))))));
  }
}
