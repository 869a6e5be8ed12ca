package dev.assay.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds who a sentence names as its source: "Per Reuters, …", "according to the IEA", "로이터에 따르면".
///
/// It reads plain text only and errs on the side of finding too little: an attribution is a source of lesser rank,
/// and a missed one costs a warning that the writer can answer with `source=`.
final class Attributions {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?:^|(?<=[.;:(]\\s?))\\s*(?:[Pp]er|[Aa]ccording to|[Aa]s reported by)\\s+(\\p{Lu}[^,;:.()]{1,60}|the \\p{Lu}[^,;:.()]{1,60})[,:]"
              + "|\\b(?:according to|as reported by|as disclosed by)\\s+((?:the )?\\p{Lu}[^,;:.()]{1,60})");
  private static final Pattern KOREAN =
      Pattern.compile("([\\p{L}\\p{N}&.·' -]{2,40}?)(?:에 따르면|에 의하면|이 밝힌|가 밝힌|에서 발표한|의 발표에 따르면)");

  // Most sentences name nobody: the patterns, which look at every place of a text, are for those with one of these.
  private static final List<String> ENGLISH_SIGNS = List.of("Per", "per ", "per\n", "ccording to", "s reported by", "s disclosed by");
  private static final List<String> KOREAN_SIGNS = List.of("에 따르면", "에 의하면", "이 밝힌", "가 밝힌", "에서 발표한");

  private Attributions() {}

  /// The names, in order, each once.
  static List<String> in(String text) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    if (ENGLISH_SIGNS.stream().anyMatch(text::contains)) {
      Matcher english = ENGLISH.matcher(text);
      while (english.find()) {
        names.add((english.group(1) != null ? english.group(1) : english.group(2)).strip());
      }
    }
    if (KOREAN_SIGNS.stream().anyMatch(text::contains)) {
      Matcher korean = KOREAN.matcher(text);
      while (korean.find()) {
        names.add(korean.group(1).strip());
      }
    }
    return new ArrayList<>(names);
  }
}
