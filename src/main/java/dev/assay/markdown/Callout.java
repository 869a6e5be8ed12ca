package dev.assay.markdown;

import java.util.Locale;
import java.util.Optional;

/// The boxes that a block quote or directive can be: `> [!NOTE]`, `:::{warning}`.
enum Callout {
  NOTE,
  TIP,
  IMPORTANT,
  WARNING,
  CAUTION;

  /// Its word in a text; what it is called on a page is the theme's `callout.note` and its like.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Callout> of(String word) {
    for (Callout callout : values()) {
      if (callout.name().equalsIgnoreCase(word)) {
        return Optional.of(callout);
      }
    }
    return Optional.empty();
  }

  /// The callout that a text opens with `[!WORD]`.
  static Optional<Callout> opening(String text) {
    int close = text.startsWith("[!") ? text.indexOf(']') : -1;
    return close < 0 || close > 20 ? Optional.empty() : of(text.substring(2, close));
  }
}
