package dev.assay.template;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A file of strings: one `key = text` a line, `#` before a comment, UTF-8, no escapes.
///
/// @param texts    the texts by key
/// @param problems lines that cannot be read
record StringsFile(Map<String, String> texts, List<Problem> problems) {
  static final StringsFile NONE = new StringsFile(Map.of(), List.of());

  static StringsFile of(ThemeFile file) {
    SourceText source = file.source();
    Map<String, String> texts = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int number = 1; number <= source.lines(); number++) {
      String line = source.line(number);
      int start = source.lineStart(number);
      int equals = line.indexOf('=');
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      if (equals < 1) {
        problems.add(
            source.error(Code.DATA_SYNTAX, start, start + line.length(), "this line is not 'key = text'",
                "write a '#' before a comment"));
        continue;
      }
      String key = line.substring(0, equals).strip();
      if (texts.putIfAbsent(key, line.substring(equals + 1).strip()) != null) {
        problems.add(
            source.error(Code.DUPLICATE_KEY, start, start + equals, "the string '" + key + "' stands twice in this file",
                "keep one of the lines"));
      }
    }
    return new StringsFile(texts, List.copyOf(problems));
  }
}
