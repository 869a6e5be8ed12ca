package dev.assay.template;

import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.Excerpts;
import dev.assay.frontmatter.Fields;
import dev.assay.frontmatter.ParsedMapping;
import dev.assay.note.Located;
import dev.assay.note.Shortcode;
import dev.assay.note.ShortcodeValue;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the comment at the head of a shortcode's template, which declares what it takes:
///
/// ```
/// <#--
/// about: A picture of a price over time
/// inline: false
/// body: optional
/// argument: title
/// parameters:
///   title: {type: markdown}
///   rows: {type: integer, least: 1, most: 12, default: 4}
/// -->
/// ```
final class ShortcodeHead {
  private static final String OPEN = "<#--";
  private static final String CLOSE = "-->";
  private static final String NAME = "[a-z][a-z0-9_]{0,40}";

  /// What every template of a shortcode sees.
  static final Set<String> OWN = Set.of("body", "id", "anchor", "lang", "t", "day", "asset", "once", "site", "page", "frame");

  /// Words of the template language.
  private static final Set<String> RESERVED = Set.of("true", "false", "gt", "gte", "lt", "lte", "as", "in", "using");

  private static final Map<String, Shortcode.Type> TYPES = types();
  private static final Map<String, Shortcode.Body> BODIES =
      Map.of("none", Shortcode.Body.NONE, "optional", Shortcode.Body.OPTIONAL, "required", Shortcode.Body.REQUIRED);

  private final Fields fields;

  private ShortcodeHead(Fields fields) {
    this.fields = fields;
  }

  /// What a head declares.
  ///
  /// @param shortcode unusable when there are problems
  record Read(Shortcode shortcode, List<Problem> problems) {}

  /// Reads the head of a template.
  ///
  /// @param feed whether a template for feeds lies beside it
  static Read read(String name, SourceText text, boolean feed) {
    String whole = text.text();
    int open = whole.length() - whole.stripLeading().length();
    int close = whole.startsWith(OPEN, open) ? whole.indexOf(CLOSE, open) : -1;
    if (close < 0) {
      Problem problem =
          text.error(Code.SHORTCODE, open, open + 1, "this shortcode does not say what it takes", "begin the file with a comment: <#-- about: … body: none parameters: {} -->, each key on a line of its own");
      return new Read(unusable(name), List.of(problem));
    }
    // Keys begin on the line behind the mark.
    int newline = whole.indexOf('\n', open);
    int from = newline < 0 || newline > close ? close : newline + 1;
    int to = lineEnd(whole, from, close);
    if (!whole.substring(open + OPEN.length(), Math.min(from, close)).isBlank()) {
      Problem problem = text.error(Code.SHORTCODE, open + OPEN.length(), close, "what this shortcode takes begins on the line behind '<#--'", "write each key on a line of its own");
      return new Read(unusable(name), List.of(problem));
    }
    ParsedMapping parsed = DataReader.lines(text, from, to, "the head of this shortcode");
    Fields fields = Fields.of(parsed.mapping(), Excerpts.of(text));
    Shortcode shortcode = new ShortcodeHead(fields).shortcode(name, feed);
    List<Problem> problems = new ArrayList<>(parsed.problems());
    problems.addAll(fields.problems());
    return new Read(problems.isEmpty() ? shortcode : unusable(name), problems);
  }

  private static int lineEnd(String whole, int from, int close) {
    int start = whole.lastIndexOf('\n', close) + 1;
    return Math.max(from, whole.substring(start, close).isBlank() ? start : close);
  }

  private static Shortcode unusable(String name) {
    return new Shortcode(name, "", false, Shortcode.Body.OPTIONAL, "", List.of(), false, false);
  }

  private Shortcode shortcode(String name, boolean feed) {
    String about = fields.text("about").orElse("");
    boolean inline = fields.flag("inline").orElse(false);
    Shortcode.Body body = fields.choice("body", BODIES).orElse(Shortcode.Body.NONE);
    Optional<Located<String>> argument = fields.located("argument");
    List<Shortcode.Parameter> parameters = new ArrayList<>();
    fields.mapping("parameters").ifPresent(mapping -> mapping.entries().forEach(entry -> parameter(entry, inline).ifPresent(parameters::add)));
    if (inline && body != Shortcode.Body.NONE) {
      fields.add(Code.SHORTCODE, fields.mapping().place(), "a shortcode that stands in a sentence takes no body", "take 'body' out; the words between its backticks are its argument");
    }
    argument
        .filter(named -> parameters.stream().noneMatch(each -> each.name().equals(named.value())))
        .ifPresent(
            named ->
                fields.add(
                    Code.SHORTCODE, named.place(), "the argument '" + named.value() + "' is no parameter",
                    Nearest.hint(named.value(), parameters.stream().map(Shortcode.Parameter::name).toList())));
    fields.done();
    return new Shortcode(name, about, inline, body, argument.map(Located::value).orElse(""), parameters, feed, true);
  }

  private Optional<Shortcode.Parameter> parameter(Value.Entry entry, boolean inline) {
    String name = entry.key();
    if (!name.matches(NAME) || OWN.contains(name) || RESERVED.contains(name)) {
      String why = name.matches(NAME) ? "'" + name + "' means something else in shortcodes" : "'" + name + "' cannot be the name of a parameter";
      fields.add(Code.SHORTCODE, entry.keyPlace(), why, "choose a word of small letters, digits and '_'");
      return Optional.empty();
    }
    Value.Mapping mapping =
        switch (entry.value()) {
          case Value.Mapping keys -> keys;
          // A type alone.
          case Value.Scalar scalar -> new Value.Mapping(List.of(new Value.Entry("type", scalar.place(), scalar)), scalar.place());
          case Value.Sequence list -> {
            fields.wrong(name, list, "a type, or keys and values", "write " + name + ": text");
            yield new Value.Mapping(List.of(), list.place());
          }
        };
    Fields keys = fields.in(mapping, name);
    Optional<Shortcode.Type> type = keys.value("type").isEmpty() ? Optional.of(Shortcode.Type.TEXT) : keys.choice("type", TYPES);
    List<String> choices = keys.texts("choices");
    Optional<Located<String>> otherwise = keys.located("default");
    boolean optional = keys.flag("optional").orElse(false);
    Optional<BigDecimal> least = number(keys, "least");
    Optional<BigDecimal> most = number(keys, "most");
    String about = keys.text("about").orElse("");
    keys.done();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Shortcode.Parameter parameter = new Shortcode.Parameter(name, type.get(), choices, otherwise.map(Located::value), optional, least, most, about);
    fitting(parameter, entry.keyPlace(), otherwise, inline);
    return Optional.of(parameter);
  }

  private Optional<BigDecimal> number(Fields keys, String key) {
    Optional<Located<String>> written = keys.located(key);
    if (written.isPresent() && !ShortcodeValue.NUMBER.matcher(written.get().value()).matches()) {
      fields.add(Code.WRONG_TYPE, written.get().place(), "'" + key + "' should be a number", "");
      return Optional.empty();
    }
    return written.map(each -> new BigDecimal(each.value()));
  }

  /// What does not go together.
  private void fitting(Shortcode.Parameter parameter, Place place, Optional<Located<String>> otherwise, boolean inline) {
    boolean choice = parameter.type() == Shortcode.Type.CHOICE;
    boolean number = parameter.type() == Shortcode.Type.INTEGER || parameter.type() == Shortcode.Type.NUMBER;
    if (choice == parameter.choices().isEmpty()) {
      fields.add(Code.SHORTCODE, place, choice ? "a choice needs 'choices'" : "only a choice has 'choices'", choice ? "add choices: [a, b]" : "write type: choice");
    }
    if (!number && (parameter.least().isPresent() || parameter.most().isPresent())) {
      fields.add(Code.SHORTCODE, place, "only a number has 'least' and 'most'", "write type: integer or type: number");
    }
    if (inline && parameter.type() == Shortcode.Type.MARKDOWN) {
      fields.add(Code.SHORTCODE, place, "a shortcode that stands in a sentence takes no Markdown", "write type: text");
    }
    if (otherwise.isEmpty()) {
      return;
    }
    if (parameter.optional()) {
      fields.add(Code.SHORTCODE, place, "a parameter with a default may always be missing", "take 'optional' out");
    }
    boolean placed =
        switch (parameter.type()) {
          case URL, FILE, NOTE, MARKDOWN -> true;
          case TEXT, INTEGER, NUMBER, BOOL, DATE, CHOICE -> false;
        };
    if (placed) {
      fields.add(Code.SHORTCODE, otherwise.get().place(), "a parameter of type '" + parameter.type().word() + "' has no default", "write optional: true");
    } else if (!choice || !parameter.choices().isEmpty()) {
      if (ShortcodeValue.read(parameter, otherwise.get().value()) instanceof ShortcodeValue.Wrong) {
        fields.add(Code.SHORTCODE, otherwise.get().place(), "'" + parameter.name() + "' takes " + parameter.takes() + ", not '" + otherwise.get().value() + "'", "");
      }
    }
  }

  private static Map<String, Shortcode.Type> types() {
    Map<String, Shortcode.Type> types = new LinkedHashMap<>();
    Arrays.stream(Shortcode.Type.values()).forEach(type -> types.put(type.word(), type));
    return types;
  }
}
