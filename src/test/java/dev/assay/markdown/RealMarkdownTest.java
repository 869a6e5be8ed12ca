package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.importer.Words;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The words that a reader sees of other people's notes are those that commonmark-java makes of them, but for what [#KINDS] name.
/// Any folder of Markdown will do; it is looked at with all that is below it. By hand:
///
/// ```
/// mvn test -Dtest=RealMarkdownTest -Dassay.markdown=/folder [-Dassay.markdown.shown=5]
/// ```
///
/// A text whose words differ is parted at its blank lines, and each part that differs is made as small as it can be: what is left then
/// shows why. Both read the text as it stands, with raw HTML passed through, and know nothing of shortcodes of other generators.
@EnabledIfSystemProperty(named = "assay.markdown", matches = ".+")
class RealMarkdownTest {
  private static final int SHOWN = Integer.getInteger("assay.markdown.shown", 1);
  private static final int LARGEST = 1_000_000;
  private static final Pattern HEAD = Pattern.compile("\\A\\uFEFF?(?:---\\s*\\n.*?\\n---[ \\t]*(?:\\n|\\z)|\\+\\+\\+\\s*\\n.*?\\n\\+\\+\\+[ \\t]*(?:\\n|\\z))", Pattern.DOTALL);

  /// Why the least part of a text may differ.
  private record Kind(String reason, Pattern sign) {
    Kind(String reason, String sign) {
      this(reason, Pattern.compile(sign, Pattern.DOTALL));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("characters that no page may hold are shown as U+FFFD", "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF]"),
          new Kind("a list of numbers that begins with another than 1, right behind the text of an item", "(?m)^[ >]+(?!1[.)])\\d+[.)] "),
          new Kind("emphasis beside Chinese, Japanese and Korean letters and marks", "[*_~].*[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’…—].*|[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}].*[*_~]"),
          new Kind("flexmark: a tag alone on a line begins raw HTML where a paragraph goes on", "(?m)\\S\\n</?[A-Za-z][^\\n>]*>\\s*$"),
          new Kind("words struck out or set above: ~~x~~, ^x^", "~~.*~~|\\^[^\\^\\[]+\\^"),
          new Kind("definitions, and tables of one column: a line that begins with a colon", "(?m)\\S\\n:"),
          new Kind("only addresses that a page may safely lead to become links: <Self:>", "<(?!https?:|mailto:|tel:)[A-Za-z][A-Za-z0-9+.-]+:[^>\\s]*>"),
          new Kind("footnotes: [^1]", "\\[\\^"),
          new Kind("boxes of tasks: - [x]", "(?:[-*+]|\\d[.)])\\s+\\[[ xX]\\]"),
          new Kind("formulas between dollar signs", "\\$.*\\$"),
          new Kind("attributes in braces: {#name .class key=value}", "\\{:?\\s*[#.A-Za-z][^}]*\\}"));

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, List<String>> examples = new TreeMap<>();

  @Test
  void theWordsAreThoseThatCommonmarkSees() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(System.getProperty("assay.markdown")), FileVisitOption.FOLLOW_LINKS)) {
      files = all.filter(file -> file.toString().matches(".*\\.(md|markdown|mdown)") && Files.isRegularFile(file)).sorted().toList();
    }
    int read = 0;
    int same = 0;
    int skipped = 0;
    for (Path file : files) {
      String text;
      try {
        text = HEAD.matcher(Files.readString(file).replace("\r\n", "\n")).replaceFirst("");
      } catch (MalformedInputException e) {
        skipped++;
        continue;
      }
      if (text.length() > LARGEST) {
        skipped++;
        continue;
      }
      read++;
      if (isSame(text)) {
        same++;
      } else {
        explain(file, text);
      }
    }
    System.out.println("texts: " + read + ", the same words: " + same + ", not read: " + skipped);
    counts.forEach((reason, count) -> System.out.println(count + " × " + reason + "\n" + String.join("\n", examples.get(reason)) + "\n"));
    assertTrue(read > 0, "no Markdown in the folder");
    assertEquals(0, counts.getOrDefault("UNNAMED", 0), "differences that no kind names");
  }

  private static boolean isSame(String text) {
    return SameTextTest.theirs(text).equals(SameTextTest.ours(text));
  }

  private void explain(Path file, String text) {
    List<String> parts = Stream.of(text.split("(?<=\\n)[ \\t]*\\n")).filter(part -> !isSame(part)).toList();
    for (String part : parts.isEmpty() ? List.of(text) : parts) {
      String least = SameTextTest.smaller(part);
      String reason = KINDS.stream().filter(kind -> kind.sign().matcher(least).find()).map(Kind::reason).findFirst().orElse("UNNAMED");
      if (counts.merge(reason, 1, Integer::sum) <= SHOWN || (reason.equals("UNNAMED") && examples.get(reason).size() < 60)) {
        examples.computeIfAbsent(reason, _ -> new ArrayList<>())
            .add("  " + file.getFileName() + ": " + Words.differences(SameTextTest.theirs(least), SameTextTest.ours(least)) + "\n    " + least.strip().replace("\n", "\n    "));
      }
    }
  }
}
