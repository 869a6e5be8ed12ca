package dev.assay.frontmatter;

import dev.assay.note.FrontMatter;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the head of a note. Safe for use by many threads.
public final class FrontMatterReader {
  /// The longest head, in characters. Heads are read whole, and notes with longer ones keep data in the wrong place.
  static final int LONGEST = 64 * 1024;

  private FrontMatterReader() {}

  /// Reads the head, if there is one, and finds where the body begins.
  public static Head read(SourceText text, FrontMatterOptions options) {
    return switch (Fence.of(text)) {
      case Fence.None _ -> none(options);
      case Fence.Closed(Format format, int from, int to, int body) -> closed(text, options, format, from, to, body);
      case Fence.Open(Format format, int mark, int from) -> open(text, options, format, mark, from);
      case Fence.Json(int from) -> json(text, options, from);
    };
  }

  private static Head none(FrontMatterOptions options) {
    return new Head(
        options.defaults().entries().isEmpty() ? FrontMatter.EMPTY : HeadFields.read(options.defaults(), _ -> "", options).front(), Optional.empty(), 0, List.of());
  }

  /// The head as it stands in the file; empty when there is none, or none that ends.
  public static Optional<WrittenHead> written(SourceText text) {
    return switch (Fence.of(text)) {
      case Fence.None _ -> Optional.empty();
      case Fence.Open _ -> Optional.empty();
      case Fence.Closed(Format format, int from, int to, int body) when to - from <= LONGEST -> {
        Fragment fragment = Fragment.of(text, from, to, Code.FRONT_MATTER_SYNTAX);
        ParsedMapping keys = ParsedMapping.of(ValueReader.read(format, fragment), fragment, "the front matter");
        yield Optional.of(new WrittenHead(format, from, to, body, keys.mapping(), keys.problems()));
      }
      case Fence.Closed _ -> Optional.empty();
      case Fence.Json(int from) -> writtenJson(text, from);
    };
  }

  private static Optional<WrittenHead> writtenJson(SourceText text, int from) {
    Fragment fragment = Fragment.of(text, from, Math.min(text.text().length(), from + LONGEST), Code.FRONT_MATTER_SYNTAX);
    JacksonValues.Result result = JacksonValues.jsonPrefix(fragment);
    int to = from + result.end();
    if (!(result.value().orElse(null) instanceof Value.Mapping keys) || to <= from) {
      return Optional.empty();
    }
    int line = text.lineOf(to);
    int body = line < text.lines() ? text.lineStart(line + 1) : text.text().length();
    return Optional.of(new WrittenHead(Format.JSON, from, to, body, keys, result.problems()));
  }

  private static Head closed(SourceText text, FrontMatterOptions options, Format format, int from, int to, int body) {
    if (to - from > LONGEST) {
      return tooLong(text, format, from, body);
    }
    Fragment fragment = Fragment.of(text, from, to, Code.FRONT_MATTER_SYNTAX);
    return typed(fragment, ValueReader.read(format, fragment), options, format, body, List.of());
  }

  private static Head tooLong(SourceText text, Format format, int from, int body) {
    Problem problem =
        text.error(Code.FILE_TOO_LARGE, from, from + 1, "this front matter has more than 65,536 characters", "keep data in files under 'content/data'");
    return new Head(FrontMatter.EMPTY, Optional.of(format), body, List.of(problem));
  }

  /// What can be read of a head that nothing closes: up to the first blank line.
  private static Head open(SourceText text, FrontMatterOptions options, Format format, int mark, int from) {
    String closing = format == Format.YAML ? "---" : "+++";
    Problem problem =
        text.error(
            Code.FRONT_MATTER_SYNTAX,
            mark,
            mark + 3,
            "the front matter that begins here is never closed",
            "write '" + closing + "' on a line of its own after its last key");
    int line = text.lineOf(from);
    while (line < text.lines() && !text.line(line).isBlank()) {
      line++;
    }
    int end = line < text.lines() ? text.lineStart(line) : text.text().length();
    if (end - from > LONGEST) {
      return new Head(FrontMatter.EMPTY, Optional.of(format), end, List.of(problem));
    }
    Fragment fragment = Fragment.of(text, from, Math.max(from, end), Code.FRONT_MATTER_SYNTAX);
    ParsedValue parsed = ValueReader.read(format, fragment);
    // Its other faults follow from this one.
    Head head = typed(fragment, new ParsedValue(parsed.value(), List.of()), options, format, end, List.of());
    return new Head(head.front(), head.format(), end, List.of(problem));
  }

  private static Head json(SourceText text, FrontMatterOptions options, int from) {
    int limit = Math.min(text.text().length(), from + LONGEST);
    Fragment fragment = Fragment.of(text, from, limit, Code.FRONT_MATTER_SYNTAX);
    JacksonValues.Result result = JacksonValues.jsonPrefix(fragment);
    if (limit < text.text().length() && result.isCutOff()) {
      return tooLong(text, Format.JSON, from, text.text().length());
    }
    int end = result.problems().isEmpty() ? from + result.end() : text.text().length();
    List<Problem> problems = new ArrayList<>(result.problems());
    int line = text.lineOf(end);
    int lineEnd = text.lineStart(line) + text.line(line).length();
    if (end < lineEnd && !text.text().substring(end, lineEnd).isBlank()) {
      problems.add(text.error(Code.FRONT_MATTER_SYNTAX, end, end + 1, "text stands on the line on which the front matter ends", "begin it on the next line"));
    }
    int body = line < text.lines() ? text.lineStart(line + 1) : text.text().length();
    return typed(fragment, new ParsedValue(result.value(), List.of()), options, Format.JSON, body, problems);
  }

  private static Head typed(
      Fragment fragment, ParsedValue parsed, FrontMatterOptions options, Format format, int body, List<Problem> before) {
    ParsedMapping mapping = ParsedMapping.of(parsed, fragment, "the front matter");
    HeadFields.Typed typed = HeadFields.read(NoteDefaults.under(mapping.mapping(), options.defaults()), fragment.excerpts(), options);
    List<Problem> problems = new ArrayList<>(before);
    problems.addAll(mapping.problems());
    // What is wrong with a default is told in the settings.
    String settings = options.defaults().place().file();
    boolean own = options.defaults().entries().isEmpty();
    typed.problems().stream().filter(problem -> own || !problem.place().file().equals(settings)).forEach(problems::add);
    return new Head(typed.front(), Optional.of(format), body, problems);
  }
}
