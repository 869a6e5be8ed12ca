package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads TOML. The parser gives keys their places and turns values into Java's; the text as it was written and the
/// places of values come from [TomlText].
final class TomlValues {
  private static final Pattern AGAIN = Pattern.compile("(.*) previously defined at line (\\d+), column (\\d+)", Pattern.DOTALL);

  private final Fragment fragment;
  private final TomlText text;
  private final int[] lineStarts;
  private final List<Problem> problems = new ArrayList<>();

  private TomlValues(Fragment fragment) {
    this.fragment = fragment;
    this.text = new TomlText(fragment.text());
    this.lineStarts = lineStarts(fragment.text());
  }

  static ParsedValue read(Fragment fragment) {
    return new TomlValues(fragment).read();
  }

  private ParsedValue read() {
    int deep = text.tooDeepAt(ValueBuilder.DEPTH);
    if (deep >= 0) {
      problems.add(tooDeep(deep));
      return new ParsedValue(Optional.empty(), problems);
    }
    TomlParseResult result = Toml.parse(fragment.text());
    boolean broken = false;
    for (TomlParseError error : result.errors()) {
      Matcher again = AGAIN.matcher(String.valueOf(error.getMessage()));
      if (again.matches()) {
        problems.add(again(error, Integer.parseInt(again.group(2))));
      } else if (!broken) {
        // What follows the first syntax error is mostly its echo.
        broken = true;
        problems.add(syntax(error));
      }
    }
    return new ParsedValue(Optional.of(table(result, fragment.place(0, 1), 0)), problems);
  }

  private Problem tooDeep(int at) {
    return fragment.error(
        at, at + 1, "lists and mappings are nested here in more than " + ValueBuilder.DEPTH + " levels", "write it flatter");
  }

  private Value table(TomlTable table, Place place, int depth) {
    List<Value.Entry> entries = new ArrayList<>();
    for (String name : table.keySet()) {
      List<String> path = List.of(name);
      int position = offset(table.inputPositionOf(path));
      List<TomlText.Part> parts = text.key(position);
      TomlText.Part part =
          parts.stream().filter(p -> p.name().equals(name)).reduce((_, last) -> last).orElse(new TomlText.Part(name, position, position + 1));
      int after = parts.isEmpty() ? -1 : text.valueAfter(parts.getLast().end());
      boolean direct = after >= 0 && !parts.isEmpty() && parts.getLast().equals(part);
      entries.add(
          new Value.Entry(
              name, fragment.place(part.start(), part.end()), value(table.get(path), direct ? after : part.start(), depth + 1)));
    }
    return new Value.Mapping(entries, place);
  }

  private Value value(@Nullable Object value, int at, int depth) {
    Place place = fragment.place(at, text.end(at));
    if (depth > ValueBuilder.DEPTH) {
      problems.add(tooDeep(at));
      return new Value.Scalar("", false, place);
    }
    return switch (value) {
      case TomlTable table -> table(table, place, depth);
      case TomlArray array -> array(array, place, depth);
      case String string -> new Value.Scalar(string, true, place);
      case Long number -> new Value.Scalar(number.toString(), false, place);
      case Double _ -> new Value.Scalar(text.bare(at).replace("_", ""), false, place);
      case null -> new Value.Scalar("", false, place);
      // Dates, times and booleans, as they are written.
      default -> new Value.Scalar(text.bare(at), false, place);
    };
  }

  private Value array(TomlArray array, Place place, int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(value(array.get(i), offset(array.inputPositionOf(i)), depth + 1));
    }
    return new Value.Sequence(items, place);
  }

  private Problem again(TomlParseError error, int firstLine) {
    int at = offset(error.position());
    List<TomlText.Part> parts = text.key(at);
    String name = parts.isEmpty() ? "" : parts.getLast().name();
    int end = parts.isEmpty() ? at + 1 : parts.getLast().end();
    int line = fragment.line(offsetOf(firstLine - 1, 0));
    return fragment.error(
        Code.DUPLICATE_KEY, at, end, "the key '" + name + "' stands here a second time; the first is on line " + line, "keep one of the two");
  }

  private Problem syntax(TomlParseError error) {
    return TomlFaults.problem(fragment, text, offset(error.position()), String.valueOf(error.getMessage()));
  }

  private int offset(@Nullable TomlPosition position) {
    return position == null ? 0 : offsetOf(position.line() - 1, position.column() - 1);
  }

  private int offsetOf(int line, int column) {
    String whole = fragment.text();
    if (line >= lineStarts.length) {
      return whole.length();
    }
    int start = lineStarts[Math.max(0, line)];
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : whole.length();
    return whole.offsetByCodePoints(start, Math.clamp(column, 0, whole.codePointCount(start, end)));
  }

  /// TOML's lines end at LF alone; a lone CR, which ends a line for the rest of us, is an error in it.
  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
