package dev.assay.note;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A language as a BCP 47 tag in its usual spelling: `en`, `ko`, `zh-Hant`.
public record Language(String tag) implements Comparable<Language> {
  public static final Language ENGLISH = new Language("en");
  public static final Language KOREAN = new Language("ko");

  public Language {
    if (!isTag(tag)) {
      throw new IllegalArgumentException("language tag '" + tag + "'");
    }
  }

  /// True for a text that has the form of a language tag.
  public static boolean isTag(String text) {
    return text.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  }

  /// The locale for dates and numbers.
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  @Override
  public int compareTo(Language other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Language same && tag.equals(same.tag);
  }

  @Override
  public int hashCode() {
    return tag.hashCode();
  }

  @Override
  public String toString() {
    return tag;
  }
}
