package dev.assay.testing;

import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Something that reads bytes of strangers, and what must hold whatever they are. A coverage-guided fuzzer drives it
/// (`bench/fuzz`), and in every test run its seeds, what the fuzzer once found, and some mutations of both.
public interface FuzzTarget {
  /// Reads some bytes; throws anything when what must hold does not. The first byte says what is tried.
  void run(byte[] data);

  /// Words of the language that it reads: a fuzzer puts them in, and builds texts of nothing but them.
  List<String> tokens();

  /// Inputs to begin with.
  List<byte[]> seeds();

  /// What the first byte says.
  static int way(byte[] data) {
    return data[0] & 0x7f;
  }

  /// The text behind the first byte: UTF-8, or, when that byte says so, a token for each byte.
  static String text(byte[] data, List<String> tokens) {
    if (data[0] >= 0) {
      return new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < Math.min(data.length, 160); i++) {
      text.append(tokens.get((data[i] & 0xff) % tokens.size()));
    }
    return text.toString();
  }

  /// A seed: a text behind the byte that says what is tried.
  static byte[] seed(int way, String text) {
    return seed(way, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A seed of bytes.
  static byte[] seed(int way, byte[] bytes) {
    byte[] data = new byte[bytes.length + 1];
    data[0] = (byte) way;
    System.arraycopy(bytes, 0, data, 1, bytes.length);
    return data;
  }

  /// The examples of notes in pages of the guide, in order.
  ///
  /// @param pages the name of one file; empty for all
  static List<String> examples(String pages) {
    Pattern example = Pattern.compile("(?ms)^(`{3,})markdown\\n(.*?)^\\1$");
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("content/guide"))) {
      for (Path file : files.filter(each -> pages.isEmpty() || pages.equals(each.getFileName().toString())).sorted().toList()) {
        all.addAll(example.matcher(Files.readString(file)).results().map(found -> found.group(2)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /// The bytes behind the first.
  static byte[] rest(byte[] data) {
    return Arrays.copyOfRange(data, 1, data.length);
  }

  /// Fails with the input unless something holds.
  static void require(boolean holds, String input, String what) {
    if (!holds) {
      throw new AssertionError(what + " in: " + input);
    }
  }

  /// Problems are about stretches that the text has, show the line that they are on, and say something in one line.
  static void places(SourceText text, List<Problem> problems) {
    for (Problem problem : problems) {
      place(text, problem.place());
      require(problem.excerpt().isEmpty() || problem.excerpt().equals(text.line(problem.place().line())), text.text(), "another line than that of " + problem);
      require(!problem.message().isBlank() && problem.message().indexOf('\n') < 0, text.text(), "not one line: " + problem);
    }
  }

  /// A place is one that the text has.
  static void place(SourceText text, Place place) {
    require(place.line() <= text.lines(), text.text(), "no such line " + place);
    String line = text.line(place.line());
    int points = line.codePointCount(0, line.length());
    require(place.column() <= points + 1 && place.column() + place.length() - 1 <= points + 1, text.text(), "not on its line: " + place + "+" + place.length());
  }
}
