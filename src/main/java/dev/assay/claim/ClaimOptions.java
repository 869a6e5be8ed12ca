package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Located;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/// The options of a claim: `{#name key=value key="two words" key=#a,#b}` behind a tagged item, the same without
/// braces behind a directive's name, and its `:key: value` lines.
///
/// ```
/// options = "{" item { space item } "}"
/// item    = "#" name | key "=" value
/// value   = element { "," element }                                   (more than one in a list only)
/// element = '"' text '"' | "'" text "'" | word
/// name    = ( letter | digit ) { letter | digit | "-" | "_" }         (letters and digits of any script)
/// key     = source | because | supports | due | probability | entities | unblocks | same | supersedes | asserted
/// ```
///
/// `because, supports, entities, unblocks, supersedes` take a list, parted by commas, with or without spaces; `source` may be given more
/// than once, and parts at a comma before `@key` or an address. `due` is a day, month, quarter or year, see
/// [Due]; `probability` is from 0 to 1 or in per cent, see [Probability]; `asserted` is the day on which the claim was made,
/// for one that came into its note after the note was published.
public final class ClaimOptions {
  private static final Set<String> SINGLE = Set.of("due", "probability", "same", Claim.ASSERTED);
  private static final Set<String> KEYS = keys();
  private static final List<String> RUNS_CODE = List.of("javascript:", "vbscript:", "data:", "file:", "blob:");

  private final SourceText source;
  private final IntUnaryOperator offset;
  private final List<ClaimDraft.Option> options = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Located<String>> name = Optional.empty();

  private ClaimOptions(SourceText source, IntUnaryOperator offset) {
    this.source = source;
    this.offset = offset;
  }

  /// What was read.
  ///
  /// @param name     the claim's name without `#`
  /// @param options  the options that could be read, in order
  /// @param problems what could not
  public record Reading(
      Optional<Located<String>> name, List<ClaimDraft.Option> options, List<Problem> problems) {
    /// No options at all.
    public static final Reading NONE = new Reading(Optional.empty(), List.of(), List.of());

    public Reading {
      options = List.copyOf(options);
      problems = List.copyOf(problems);
    }

    /// These options and those of another place of the same claim.
    public Reading and(Reading other) {
      List<ClaimDraft.Option> all = new ArrayList<>(options);
      all.addAll(other.options);
      List<Problem> faults = new ArrayList<>(problems);
      faults.addAll(other.problems);
      if (name.isPresent() && other.name.isPresent()) {
        Located<String> second = other.name.get();
        faults.add(new Problem(Severity.ERROR, Code.CLAIM_NAME, second.place(), "a claim has one name, but here are '" + name.get().value() + "' and '" + second.value() + "'", "", "keep one of them"));
      }
      return new Reading(name.isPresent() ? name : other.name, all, faults);
    }
  }

  /// The names of all options.
  public static Set<String> known() {
    return KEYS;
  }

  /// Where the options that end a text begin, `{` included; -1 when the text does not end in options. Braces that
  /// begin otherwise than with `#name` or `key=` are text.
  public static int startOfTrailing(String text) {
    int end = text.length();
    if (end == 0 || text.charAt(end - 1) != '}') {
      return -1;
    }
    int tries = 0;
    for (int open = text.lastIndexOf('{'); open >= 0 && tries < 8; open = open == 0 ? -1 : text.lastIndexOf('{', open - 1)) {
      boolean escaped = open > 0 && text.charAt(open - 1) == '\\';
      if (!escaped && endOfOptions(text, open) == end) {
        return open;
      }
      tries++;
    }
    return -1;
  }

  /// Where options that open at an index end, the closing brace included; -1 when the braces are text.
  public static int endOfOptions(String text, int open) {
    return beginsLikeOptions(text, open + 1) ? OptionLexer.endOfBraces(text, open) : -1;
  }

  /// True when braces that open before an index hold options rather than text.
  public static boolean beginsLikeOptions(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '#') {
      return at + 1 < text.length() && ClaimName.isPart(text.codePointAt(at + 1));
    }
    int key = at;
    while (key < text.length() && isKeyPart(text.charAt(key))) {
      key++;
    }
    return key > at && key < text.length() && text.charAt(key) == '=';
  }

  /// Where the key of an option that is written with a colon, `{because: #a}`, ends, the colon included; -1 when none
  /// stands at an index.
  public static int keyWithColon(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int key = at;
    while (key < text.length() && isKeyPart(text.charAt(key))) {
      key++;
    }
    return key < text.length() && text.charAt(key) == ':' && KEYS.contains(text.substring(at, key)) ? key + 1 : -1;
  }

  /// True for a character that may stand in an option's key.
  public static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /// Reads items that stand between two indexes of a text, without braces.
  ///
  /// @param source the file, for places and excerpts
  /// @param offset from an index of the text to an offset in the file
  public static Reading read(SourceText source, String text, int start, int end, IntUnaryOperator offset) {
    ClaimOptions reader = new ClaimOptions(source, offset);
    for (OptionLexer.Item item : OptionLexer.items(text, start, end)) {
      reader.item(item);
    }
    return reader.reading();
  }

  /// Reads one `:key: value` line of a directive.
  public static Reading readLine(
      SourceText source, String key, int keyStart, String value, int valueStart, IntUnaryOperator offset) {
    ClaimOptions reader = new ClaimOptions(source, offset);
    reader.option(key, keyStart, value, valueStart);
    return reader.reading();
  }

  private Reading reading() {
    return new Reading(name, options, problems);
  }

  private void item(OptionLexer.Item item) {
    if (item.key().equals("#")) {
      name(item);
    } else if (item.key().isEmpty()) {
      fault(item.start(), item.end(), "'" + item.value() + "' is not an option", stray(item.value()));
    } else {
      option(item.key(), item.start(), item.value(), item.valueStart());
    }
  }

  /// What to do with a word that is neither name nor option.
  private String stray(String word) {
    if (word.startsWith(".")) {
      return "a claim takes no class";
    }
    return options.isEmpty()
        ? "write key=value, or #name for the claim's name"
        : "write key=value; a value with spaces needs quotes: " + options.getLast().key() + "=\"… " + word + "\"";
  }

  private void name(OptionLexer.Item item) {
    Optional<String> fault = ClaimName.fault(item.value());
    if (fault.isPresent()) {
      problems.add(source.error(Code.CLAIM_NAME, offset.applyAsInt(item.start()), offset.applyAsInt(item.end()),
          "the name '" + item.value() + "' " + fault.get(), "use letters, digits, '-' and '_'"));
    } else if (name.isPresent()) {
      problems.add(source.error(Code.CLAIM_NAME, offset.applyAsInt(item.start()), offset.applyAsInt(item.end()),
          "a claim has one name, but here are '" + name.get().value() + "' and '" + item.value() + "'", "keep one of them"));
    } else {
      name = Optional.of(new Located<>(item.value(), place(item.start(), item.end())));
    }
  }

  private void option(String key, int keyStart, String value, int valueStart) {
    int keyEnd = keyStart + key.length();
    if (!KEYS.contains(key)) {
      fault(keyStart, keyEnd, "a claim has no option '" + key + "'", Nearest.hint(key, KEYS));
      return;
    }
    if (SINGLE.contains(key) && options.stream().anyMatch(option -> option.key().equals(key))) {
      fault(keyStart, keyEnd, "the option '" + key + "' is given twice", "keep one of them");
      return;
    }
    List<String> values = values(key, value);
    if (values.isEmpty()) {
      fault(keyStart, keyEnd, "the option '" + key + "' has no value", "write " + key + "=" + example(key));
      return;
    }
    Optional<String> fault = values.stream().flatMap(each -> valueFault(key, each).stream()).findFirst();
    if (fault.isPresent()) {
      fault(valueStart, valueStart + Math.max(1, value.length()), fault.get(), "write " + key + "=" + example(key));
      return;
    }
    options.add(new ClaimDraft.Option(key, values, place(keyStart, keyEnd)));
  }

  private static Optional<String> valueFault(String key, String value) {
    return switch (key) {
      case "due" -> Due.parse(value).isPresent() ? Optional.empty() : Optional.of("'" + value + "' is not a date");
      case Claim.ASSERTED -> Claim.day(value).isPresent() ? Optional.empty() : Optional.of("'" + value + "' is not a day");
      case "probability" ->
          Probability.parse(value).isPresent()
              ? Optional.empty()
              : Optional.of("'" + value + "' is not a probability from 0 to 1");
      case "source" -> runsCode(value) ? Optional.of("'" + value + "' is an address that could run code") : Optional.empty();
      case "same" ->
          value.contains(",") ? Optional.of("a claim restates one other claim, not a list") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// True for an address that a browser would run instead of following it, however it is spelled.
  private static boolean runsCode(String value) {
    String address = value.codePoints().filter(c -> c > ' ' && !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().toLowerCase(Locale.ROOT);
    return RUNS_CODE.stream().anyMatch(address::startsWith);
  }

  private static List<String> values(String key, String value) {
    String regex = OptionLexer.LISTS.contains(key) ? "," : key.equals("source") ? ",\\s*(?=@|https?://)" : "";
    List<String> values = new ArrayList<>();
    for (String part : regex.isEmpty() ? new String[] {value} : value.split(regex, -1)) {
      if (!part.isBlank()) {
        values.add(part.strip());
      }
    }
    return values;
  }

  private static String example(String key) {
    return switch (key) {
      case "due" -> "2027-06-30, 2027-06, 2027-Q2 or 2027";
      case Claim.ASSERTED -> "2026-11-20";
      case "probability" -> "0.7 or 70%";
      case "source" -> "https://example.org/report";
      case "entities" -> "nvidia,tsmc";
      default -> "#name";
    };
  }

  private void fault(int start, int end, String message, String hint) {
    problems.add(source.error(Code.CLAIM_OPTION, offset.applyAsInt(start), offset.applyAsInt(end), message, hint));
  }

  private Place place(int start, int end) {
    return source.place(offset.applyAsInt(start), offset.applyAsInt(end));
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(OptionLexer.LISTS);
    keys.addAll(SINGLE);
    keys.add("source");
    return java.util.Collections.unmodifiableSet(keys);
  }
}
