package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// An example of CommonMark's specification, or one that its programs keep against an old fault.
///
/// @param id its text and its number in it
public record CommonmarkExample(String id, String section, String markdown, String html) {
  /// The examples of `spec`, `cmark-regression` or `commonmark.js-regression`, in order.
  public static List<CommonmarkExample> of(String name) {
    List<CommonmarkExample> examples = new ArrayList<>();
    String section = "";
    List<StringBuilder> parts = new ArrayList<>();
    for (String line : resource("/" + name + ".txt").split("\n", -1)) {
      if (parts.isEmpty()) {
        section = line.startsWith("#") ? line.replaceFirst("^#+ ", "") : section;
        if (line.matches("`{32} example.*")) {
          parts.add(new StringBuilder());
        }
      } else if (line.matches("`{32}\r?")) {
        examples.add(new CommonmarkExample(name + ":" + (examples.size() + 1), section, parts.getFirst().toString(), parts.getLast().toString()));
        parts.clear();
      } else if (line.equals(".") && parts.size() == 1) {
        parts.add(new StringBuilder());
      } else {
        parts.getLast().append(line.replace('→', '\t')).append('\n');
      }
    }
    return examples;
  }

  /// A text of the class path.
  public static String resource(String path) {
    try (InputStream in = CommonmarkExample.class.getResourceAsStream(path)) {
      assertTrue(in != null, path);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
