package dev.assay.note;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The value of a parameter of a shortcode, as its template gets it.
public sealed interface ShortcodeValue {
  /// Words.
  record Words(String text) implements ShortcodeValue {}

  /// A number.
  record Amount(BigDecimal number) implements ShortcodeValue {}

  /// `true` or `false`.
  record Flag(boolean set) implements ShortcodeValue {}

  /// A day.
  record Day(LocalDate day) implements ShortcodeValue {}

  /// Markup that is known only later. The template prints a mark, and what it stands for is put there.
  record Later(String mark) implements ShortcodeValue {}

  /// A note: its address and title are known only later.
  record Linked(String address, String title) implements ShortcodeValue {}

  /// What came of reading a value.
  sealed interface Reading {}

  /// A value that its parameter takes.
  record Fine(ShortcodeValue value) implements Reading {}

  /// A value that it doesn't take.
  record Wrong() implements Reading {}

  /// The longest number: beyond it nobody means one, and arithmetic on it would take for ever.
  Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{1,30})?|\\.[0-9]{1,30})");

  Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

  /// Reads a value that needs nothing but its own text; words for the types that do.
  static Reading read(Shortcode.Parameter parameter, String written) {
    Optional<ShortcodeValue> value =
        switch (parameter.type()) {
          case TEXT, MARKDOWN, URL, FILE, NOTE -> Optional.of(new Words(written));
          case INTEGER -> number(parameter, written, INTEGER);
          case NUMBER -> number(parameter, written, NUMBER);
          case BOOL -> written.equals("true") || written.equals("false") ? Optional.of(new Flag(written.equals("true"))) : Optional.empty();
          case DATE -> day(written);
          case CHOICE -> parameter.choices().contains(written) ? Optional.of(new Words(written)) : Optional.empty();
        };
    return value.<Reading>map(Fine::new).orElseGet(Wrong::new);
  }

  private static Optional<ShortcodeValue> number(Shortcode.Parameter parameter, String written, Pattern form) {
    if (!form.matcher(written).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(written);
    boolean small = parameter.least().filter(least -> number.compareTo(least) < 0).isPresent();
    boolean great = parameter.most().filter(most -> number.compareTo(most) > 0).isPresent();
    return small || great ? Optional.empty() : Optional.of(new Amount(number));
  }

  private static Optional<ShortcodeValue> day(String written) {
    try {
      return Optional.of(new Day(LocalDate.parse(written)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
