package dev.assay.frontmatter;

import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// Reads YAML and JSON through Jackson's streams.
///
/// What Jackson's YAML parser hides is read from the text itself: the first character of a token tells whether it is
/// quoted, an anchor (`&`), an alias (`*`) or tagged (`!`), since no plain value can begin with one of these.
final class JacksonValues {
  // Files are within their limits before they come here, and without aliases nothing can grow. Duplicate keys are
  // found by the builder, which knows the first one's place and reads on.
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setAllowDuplicateKeys(true).build())
          .build();
  private static final JsonFactory JSON = new JsonFactory();

  private final Fragment fragment;
  private final boolean yaml;
  private final boolean single;
  private final List<Problem> problems = new ArrayList<>();
  private final ValueBuilder builder;
  private int end;
  private boolean isCutOff;

  /// What was read, and the offset behind it.
  ///
  /// @param isCutOff whether a JSON text ended before its value did
  record Result(Optional<Value> value, List<Problem> problems, int end, boolean isCutOff) {}

  private JacksonValues(Fragment fragment, boolean yaml, boolean single) {
    this.fragment = fragment;
    this.yaml = yaml;
    this.single = single;
    this.builder = new ValueBuilder(fragment, problems);
  }

  static Result yaml(Fragment fragment) {
    return new JacksonValues(fragment, true, true).read();
  }

  static Result json(Fragment fragment) {
    return new JacksonValues(fragment, false, true).read();
  }

  /// Reads one object at the beginning and leaves what follows alone.
  static Result jsonPrefix(Fragment fragment) {
    return new JacksonValues(fragment, false, false).read();
  }

  private Result read() {
    Optional<Problem> control = yaml ? YamlFaults.control(fragment) : Optional.empty();
    if (control.isPresent()) {
      return new Result(Optional.empty(), List.of(control.get()), 0, false);
    }
    try (JsonParser parser = parser()) {
      JsonToken token = parser.nextToken();
      while (token != null && problems.size() < FieldFaults.MOST && step(parser, token)) {
        token = parser.nextToken();
      }
    } catch (JacksonException e) {
      isCutOff = !yaml && JsonFaults.isCutOff(e);
      report(yaml ? YamlFaults.problem(fragment, e) : JsonFaults.problem(fragment, e));
    }
    return new Result(builder.finish(), problems, end, isCutOff);
  }

  private JsonParser parser() {
    return yaml
        ? YAML.createParser(ObjectReadContext.empty(), new WholeCharacters(fragment.text()))
        : JSON.createParser(ObjectReadContext.empty(), fragment.text());
  }

  private boolean step(JsonParser parser, JsonToken token) {
    int start = offset(parser.currentTokenLocation());
    if (builder.isComplete()) {
      problems.add(second(start));
      return false;
    }
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        checkProperties(start, true);
        if (!builder.open(token == JsonToken.START_OBJECT, start)) {
          return false;
        }
      }
      case END_OBJECT, END_ARRAY -> builder.close();
      case PROPERTY_NAME -> key(parser, start);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL, VALUE_EMBEDDED_OBJECT ->
          scalar(parser, token, start);
      case NOT_AVAILABLE -> throw new IllegalStateException("a blocking parser has no token yet");
    }
    end = offset(parser.currentLocation());
    return single || !builder.isComplete();
  }

  private void key(JsonParser parser, int start) {
    String name = parser.currentName();
    int after = Math.max(start + 1, yaml ? offset(parser.currentLocation()) : start + name.length() + 2);
    boolean plain = yaml && !checkProperties(start, true) && !isQuote(start);
    if (plain && name.equals("<<")) {
      problems.add(YamlFaults.merge(fragment, start));
    }
    builder.key(name, start, after);
  }

  private void scalar(JsonParser parser, JsonToken token, int start) {
    // The text comes first: only then has the parser moved to the end of the value.
    String text = parser.getString();
    int after = offset(parser.currentLocation());
    boolean empty = after <= start;
    boolean hasProperties = yaml && checkProperties(start, !empty);
    boolean quoted = yaml ? !empty && isQuote(start) : token == JsonToken.VALUE_STRING;
    if (hasProperties && fragment.text().charAt(start) == '*') {
      builder.skip();
    } else {
      builder.scalar(text == null ? "" : text, quoted, fragment.place(start, Math.max(after, start + 1)));
    }
  }

  /// Reports an anchor, an alias or a tag at an offset; true when there was one.
  private boolean checkProperties(int start, boolean there) {
    if (!yaml || !there || start >= fragment.text().length()) {
      return false;
    }
    Optional<Problem> fault = YamlFaults.property(fragment, start);
    fault.ifPresent(this::report);
    return fault.isPresent();
  }

  /// Adds a problem, but not twice: a mapping and its first key begin at the same place.
  private void report(Problem problem) {
    if (problems.isEmpty() || !problems.getLast().equals(problem)) {
      problems.add(problem);
    }
  }

  private boolean isQuote(int start) {
    return start < fragment.text().length() && "'\"|>".indexOf(fragment.text().charAt(start)) >= 0;
  }

  private Problem second(int start) {
    return yaml
        ? fragment.error(start, "a second YAML document begins here, and one is allowed", "remove the line '---' or '...' before it")
        : fragment.error(start, "there is more text after the end of the JSON value", "remove it");
  }

  private int offset(TokenStreamLocation location) {
    // Jackson counts code points for YAML and characters for JSON.
    return yaml
        ? fragment.offset(location.getLineNr() - 1, location.getColumnNr() - 1)
        : (int) Math.clamp(location.getCharOffset(), 0L, fragment.text().length());
  }

}
