package dev.assay.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The guide's page on problems and the codes of the program are the same list.
class GuideNamesEveryCodeTest {
  private static final Path PAGE = Path.of("content/guide/problems.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  @Test
  void eachCodeHasItsRowOnTheProblemsPageAndNoRowIsLeftOver() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(PAGE));
    List<String> documented = rows.results().map(row -> row.group(1)).sorted().toList();
    List<String> known = List.copyOf(new TreeSet<>(Arrays.stream(Code.values()).map(Code::word).toList()));
    assertEquals(known, documented);
  }
}
