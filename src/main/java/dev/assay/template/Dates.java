package dev.assay.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spells dates by the patterns of a language's own file, for languages that the program has no rules for.
///
/// ```
/// date.day     = {0}. {1} {2}        day, month's name, year, month's number
/// date.month   = {1} {2}
/// date.quarter = {0}. Quartal {2}    quarter's number, –, year
/// date.half    = {0}. Halbjahr {2}
/// date.months  = Januar, Februar, …  twelve names
/// ```
final class Dates {
  private static final Pattern FORM = Pattern.compile("(\\d{4})-(?:(\\d{2})(?:-(\\d{2}))?|([QqHh])(\\d))");

  private Dates() {}

  /// A date as people read it.
  ///
  /// @param text as the program spells it: `2026-05-30`, `2026-05`, `2026-Q3` where it has no rules for the language
  static String spelled(String text, Strings strings) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return text;
    }
    String year = form.group(1);
    if (form.group(4) != null) {
      String key = form.group(4).equalsIgnoreCase("Q") ? "date.quarter" : "date.half";
      return strings.own(key).map(pattern -> strings.fill(pattern, form.group(5), "", year)).orElse(text);
    }
    int month = Integer.parseInt(form.group(2));
    Optional<String> pattern = strings.own(form.group(3) == null ? "date.month" : "date.day");
    String name = name(month, strings);
    String day = form.group(3) == null ? "" : Integer.toString(Integer.parseInt(form.group(3)));
    return pattern.map(each -> strings.fill(each, day, name, year, Integer.toString(month))).orElse(text);
  }

  private static String name(int month, Strings strings) {
    List<String> names = strings.own("date.months").map(all -> List.of(all.split("\\s*,\\s*"))).orElse(List.of());
    return month >= 1 && month <= names.size() ? names.get(month - 1) : Integer.toString(month);
  }
}
