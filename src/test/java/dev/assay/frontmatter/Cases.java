package dev.assay.frontmatter;

import dev.assay.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/// Golden cases in a text file: `== name`, the input, `=>`, the expected lines. In the input `→` is a tab, `␇` a bell
/// and `␍` a carriage return. With `-Dassay.golden=update` the expected lines are written instead of compared.
final class Cases {
  private record Case(String name, String input, String expected) {}

  private Cases() {}

  static List<DynamicTest> of(String file, Function<String, String> run) {
    Path path = Path.of("src/test/resources/dev/assay/frontmatter", file);
    List<Case> cases = read(path);
    if ("update".equals(System.getProperty("assay.golden"))) {
      StringBuilder text = new StringBuilder();
      for (Case c : cases) {
        text.append("== ").append(c.name).append('\n').append(c.input).append("=>\n").append(run.apply(plain(c.input)));
      }
      try {
        Files.writeString(path, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      cases = read(path);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Case c : cases) {
      tests.add(DynamicTest.dynamicTest(c.name, () -> Assertions.assertEquals(c.expected, run.apply(plain(c.input)))));
    }
    return tests;
  }

  static String lines(List<Problem> problems) {
    return problems.stream().sorted(Problem.ORDER).map(Cases::line).collect(Collectors.joining());
  }

  private static String line(Problem p) {
    String place = p.place().line() + ":" + p.place().column() + "+" + p.place().length();
    return place + " " + p.severity().word() + "[" + p.code().word() + "] " + p.message() + (p.hint().isEmpty() ? "" : " | " + p.hint()) + "\n";
  }

  private static String plain(String input) {
    return input.replace('→', '\t').replace('␇', '\u0007').replace('␍', '\r');
  }

  private static List<Case> read(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Case> cases = new ArrayList<>();
    for (String part : text.split("(?m)^== ")) {
      if (!part.isEmpty()) {
        int name = part.indexOf('\n');
        int arrow = part.indexOf("\n=>", name);
        String rest = part.substring(Math.min(part.length(), arrow + 4));
        cases.add(new Case(part.substring(0, name), part.substring(name + 1, arrow + 1), rest));
      }
    }
    Assertions.assertFalse(cases.isEmpty());
    return cases;
  }
}
