package dev.assay.problem;

import java.util.Comparator;

/// Something wrong or doubtful that a writer can put right.
///
/// @param severity whether it stops the site from being written
/// @param code     its stable name, printed in brackets and documented in the guide
/// @param place    where it is
/// @param message  what is wrong, one sentence without a full stop
/// @param excerpt  the line it is on, as it stands in the file; empty when no line can be shown
/// @param hint     what to do; empty when the message says it all
///
/// What a message or a hint quotes may be of any length; where it is too long the middle is left out. A message is one
/// line, whatever it quotes; a hint may show a path on several.
public record Problem(Severity severity, Code code, Place place, String message, String excerpt, String hint) {
  /// By file, line, column, then code and message, so that a report is the same on every run.
  public static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(problem -> problem.code().word())
          .thenComparing(Problem::message);

  private static final int LONGEST = 1_000;

  public Problem {
    message = oneLine(shortened(message)); // in this order, as long blanks cost the square of their length
    hint = shortened(hint);
  }

  /// What a message quotes of a file may have line ends of its own.
  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int head = Character.isHighSurrogate(text.charAt(LONGEST / 2 - 1)) ? LONGEST / 2 - 1 : LONGEST / 2;
    int tail = text.length() - LONGEST / 2;
    return text.substring(0, head) + " … " + text.substring(Character.isLowSurrogate(text.charAt(tail)) ? tail + 1 : tail);
  }

  /// A problem of a whole file, or of something that has no text to show.
  public static Problem ofFile(Severity severity, Code code, String file, String message, String hint) {
    return new Problem(severity, code, Place.ofFile(file), message, "", hint);
  }

  /// True when it stops the site from being written.
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// The same problem as an error: what a strict build makes of a warning.
  public Problem asError() {
    return new Problem(Severity.ERROR, code, place, message, excerpt, hint);
  }
}
