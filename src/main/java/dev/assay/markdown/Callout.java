package dev.assay.markdown;

import dev.assay.note.Language;
import java.util.Locale;
import java.util.Optional;

/// The boxes that a block quote or directive can be: `> [!NOTE]`, `:::{warning}`.
enum Callout {
  NOTE("Note", "참고"),
  TIP("Tip", "팁"),
  IMPORTANT("Important", "중요"),
  WARNING("Warning", "주의"),
  CAUTION("Caution", "경고");

  private final String english;
  private final String korean;

  Callout(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label(Language language) {
    return language.tag().startsWith("ko") ? korean : english;
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
