package dev.assay.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
  private static final Path SAMPLES = Path.of("src/test/resources/dev/assay/syntax");
  /// One name of each way of reading.
  private static final List<String> SPOKEN =
      List.of("java", "python", "javascript", "rust", "cpp", "ruby", "bash", "lua", "toml", "swift", "scala", "sql", "html", "css", "yaml", "markdown", "console", "diff", "latex");
  private static final Duration GUARD = Duration.ofSeconds(20);

  /// Each sample as people see it, with `⟦k·public⟧` for a stretch: compared with what was looked at once.
  @TestFactory
  Stream<DynamicTest> samplesAreReadAsTheyWereLookedAt() throws IOException {
    List<Path> samples;
    try (Stream<Path> files = Files.list(SAMPLES)) {
      samples = files.filter(file -> file.toString().endsWith(".sample")).sorted().toList();
    }
    assertTrue(samples.size() >= 20, samples.size() + " languages");
    return samples.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> golden(file)));
  }

  private static String name(Path sample) {
    String name = sample.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private static void golden(Path sample) throws IOException {
    String text = Files.readString(sample);
    String shown = shown(text, Syntax.of(name(sample)).orElseThrow().read(text));
    Path expected = sample.resolveSibling(name(sample) + ".golden");
    if ("update".equals(System.getProperty("assay.golden"))) {
      Files.writeString(expected, shown);
    }
    assertEquals(Files.readString(expected), shown);
  }

  private static String shown(String text, List<Token> tokens) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Token token : tokens) {
      out.append(text, at, token.start()).append('⟦').append(token.sort().word()).append('·');
      out.append(text, token.start(), token.end()).append('⟧');
      at = token.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  @ParameterizedTest
  @CsvSource({"py,python", "c++,cpp", "C#,csharp", "ts,typescript", "sh,bash", "yml,yaml", "xml,html", "SystemVerilog,verilog", "cu,cuda", "js,javascript", "rs,rust", "tf,hcl"})
  void aLanguageHasSeveralNames(String name, String same) {
    String text = "public class X { int a = 0x1; } // \"x\"\n";
    assertEquals(Syntax.of(same).orElseThrow().read(text), Syntax.of(name).orElseThrow().read(text));
  }

  @Test
  void everyNamedLanguageCanBeRead() {
    for (String name : new TreeSet<>(Syntax.names())) {
      check(name, "if (x == \"a\\\"b\") { return 'c'; } # // /* */ <a href=\"b\">&amp;</a> @x $y `z` 1.5e-3 <<EOF\nx\nEOF\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"pyhton,python", "jvascript,javascript", "javasript,javascript", "typesript,typescript", "kotln,kotlin", "dockerfle,dockerfile"})
  void aNameThatIsNearlyOneIsFound(String written, String meant) {
    assertEquals(Optional.of(meant), Syntax.near(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mermaid", "nim", "objective-c", "solidity", "text", "brainfuck", "my-own-language"})
  void aNameOfItsOwnIsNot(String written) {
    assertTrue(Syntax.of(written).isEmpty());
    assertTrue(Syntax.isPlain(written) || Syntax.near(written).isEmpty());
  }

  @Test
  void anyTextInAnyLanguageKeepsItsCharacters() {
    Random random = new Random(20261122);
    String[] bits = {
      "\"", "'", "`", "/*", "*/", "//", "#", "<!--", "-->", "<", ">", "{", "}", "${", "#{", "\\", "\n", " ", "a", "Z9", "0x", "1.", "@", "$", ":", "=", "[", "]", "(", ")",
      "<<EOF", "EOF", "r#\"", "\"#", "R\"x(", ")x\"", "--", "[[", "]]", "%", "한글", "😀", "\ud800", "if", "class", "def", "\"\"\"", "'''", "f\"", "/", "|", "&amp;", "\t", "\r"};
    for (String name : new TreeSet<>(Syntax.names())) {
      for (int round = 0; round < 40; round++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
          text.append(bits[random.nextInt(bits.length)]);
        }
        check(name, text.toString());
      }
    }
  }

  /// Stretches lie in order, apart, and inside the text: so what is printed is the text.
  private static void check(String name, String text) {
    int at = 0;
    for (Token token : Syntax.of(name).orElseThrow().read(text)) {
      assertTrue(token.start() >= at && token.end() <= text.length(), name + " " + token + " in " + text);
      at = token.end();
    }
    String shown = shown(text, Syntax.of(name).orElseThrow().read(text));
    assertEquals(text, shown.replaceAll("⟦[a-z]·", "").replace("⟧", ""), name);
  }

  @Test
  void hostileTextsTakeNoMoreThanTheirLength() {
    String[] units = {
      "/*", "\"", "'", "`", "/a[", "<<A ", "r#\"", "R\"x(", "[=[", "--[==[", "${", "`${", "f\"{", "\"#{", "<!--", "<a b=\"", "<script>", "</script", "&a", "a:", "@", "$", "#[", "{", "((", "[a", "*",
      "**a", "- ", "a: |\n", "%", "\\", "0x", "1'", "/", "a/", "x.", "<<", "'a", "\"\"\"", "<<~A\n"};
    SPOKEN.parallelStream().forEach(
        name -> {
          for (String unit : units) {
            String text = unit.repeat(100_000 / unit.length());
            assertTimeoutPreemptively(GUARD, () -> Syntax.of(name).orElseThrow().read(text), name + " " + unit);
          }
        });
  }

  @Test
  void whatNobodyReadsForItsColoursStaysPlain() {
    assertTrue(Syntax.of("java").orElseThrow().read("int x;\n".repeat(40_000)).isEmpty());
    assertFalse(Syntax.of("java").orElseThrow().read("int x;\n".repeat(4_000)).isEmpty());
  }
}
