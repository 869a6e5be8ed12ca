package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
import dev.assay.claim.OptionLexer;
import dev.assay.note.Shortcode;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a note says to a shortcode: the words behind its name, options there, and `:key: value` lines. The same grammar as
/// that of claims:
///
/// ```
/// :::{name} words {#id key=value key="two words"}
/// :::{name} #id key=value
/// :key: value
/// ```
final class ShortcodeOptions {
  private final SourceText source;
  private final Shortcode shortcode;
  private final Map<String, Written> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private String id = "";

  private ShortcodeOptions(SourceText source, Shortcode shortcode) {
    this.source = source;
    this.shortcode = shortcode;
  }

  /// A value as it was written.
  ///
  /// @param prose where it stands, quotes undone
  record Written(Prose prose) {
    String text() {
      return prose.text();
    }

    int start() {
      return prose.offset(0);
    }

    int end() {
      return prose.text().isEmpty() ? start() + 1 : prose.offset(prose.text().length() - 1) + 1;
    }
  }

  /// What was read.
  ///
  /// @param id     the name that the note gives to this use, without `#`; empty when it gives none
  /// @param values by parameter; all of them are the shortcode's
  record Said(String id, Map<String, Written> values, List<Problem> problems) {}

  /// Reads what follows the name.
  ///
  /// @param named whether a use may have a name
  static Said read(SourceText source, Shortcode shortcode, Prose argument, boolean named, Prose lines) {
    ShortcodeOptions options = new ShortcodeOptions(source, shortcode);
    options.argument(argument, named);
    for (OptionLines.Line line : OptionLines.of(lines.text(), lines.text().length())) {
      int at = line.valueAt();
      Prose value = line.value().isEmpty() ? Prose.at("", lines.offset(at)) : lines.slice(at, at + line.value().length());
      options.option(line.key(), lines.offset(line.keyAt()), unquoted(value));
    }
    return new Said(options.id, options.values, options.problems);
  }

  private static Prose unquoted(Prose value) {
    String text = value.text();
    boolean quoted = text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0 && text.charAt(text.length() - 1) == text.charAt(0) && text.indexOf(text.charAt(0), 1) == text.length() - 1;
    return quoted ? (text.length() == 2 ? Prose.at("", value.offset(1)) : value.slice(1, text.length() - 1)) : value;
  }

  private void argument(Prose argument, boolean named) {
    String text = argument.text();
    if (text.isBlank()) {
      return;
    }
    if (text.startsWith("{") && ClaimOptions.endOfOptions(text, 0) == text.length()) {
      items(argument, 1, text.length() - 1);
    } else if (opensOptions(text, named)) {
      items(argument, 0, text.length());
    } else {
      int braces = ClaimOptions.startOfTrailing(text);
      words(braces < 0 ? argument : argument.slice(0, braces).strip());
      if (braces >= 0) {
        items(argument, braces + 1, text.length() - 1);
      }
    }
  }

  /// `key=` opens options, but where words are taken only a key that could be meant.
  private boolean opensOptions(String text, boolean named) {
    if (text.startsWith("#")) {
      return named && ClaimOptions.beginsLikeOptions(text, 0);
    }
    if (!ClaimOptions.beginsLikeOptions(text, 0)) {
      return false;
    }
    String key = text.substring(0, text.indexOf('='));
    return shortcode.argument().isEmpty() || shortcode.parameter(key).isPresent() || Nearest.to(key, shortcode.parameterNames()).isPresent();
  }

  private void words(Prose words) {
    if (words.isBlank()) {
      return;
    }
    if (shortcode.argument().isEmpty()) {
      int start = words.offset(0);
      fault(start, words.offset(words.text().length() - 1) + 1, "'" + shortcode.name() + "' takes no words behind its name",
          shortcode.parameters().isEmpty() ? "take them out" : "write key=value; it takes: " + String.join(", ", shortcode.parameterNames()));
      return;
    }
    values.put(shortcode.argument(), new Written(words));
  }

  private void items(Prose prose, int from, int to) {
    String text = prose.text();
    for (OptionLexer.Item item : OptionLexer.items(text, from, to, Set.of())) {
      int start = prose.offset(item.start());
      int end = prose.offset(item.end() - 1) + 1;
      if (item.key().equals("#")) {
        name(item.value(), start, end);
      } else if (item.key().isEmpty()) {
        boolean flag = shortcode.parameter(item.value()).filter(each -> each.type() == Shortcode.Type.BOOL).isPresent();
        fault(start, end, "'" + item.value() + "' is not an option", flag ? "write " + item.value() + "=true" : "write key=value; a value with spaces needs quotes");
      } else {
        int valueEnd = item.valueStart() + item.value().length();
        boolean plain = valueEnd <= text.length() && text.startsWith(item.value(), item.valueStart()) && !item.value().isEmpty();
        Prose value = plain ? prose.slice(item.valueStart(), valueEnd) : Prose.at(item.value(), prose.offset(Math.min(item.valueStart(), text.length() - 1)));
        option(item.key(), start, value);
      }
    }
  }

  private void name(String name, int start, int end) {
    if (id.isEmpty() && !name.isEmpty()) {
      id = name;
    } else {
      fault(start, end, "a shortcode has one name", "keep one of them");
    }
  }

  private void option(String key, int keyAt, Prose value) {
    if (shortcode.parameter(key).isEmpty()) {
      String hint = shortcode.parameters().isEmpty() ? "it takes no options" : Nearest.hint(key, shortcode.parameterNames());
      fault(keyAt, keyAt + key.length(), "'" + shortcode.name() + "' has no parameter '" + key + "'", hint);
    } else if (values.containsKey(key)) {
      fault(keyAt, keyAt + key.length(), "'" + key + "' is given twice", "keep one of them");
    } else {
      values.put(key, new Written(value));
    }
  }

  private void fault(int start, int end, String message, String hint) {
    problems.add(source.error(Code.SHORTCODE, start, end, message, hint));
  }
}
