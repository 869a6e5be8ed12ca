package dev.assay.template;

import dev.assay.note.Digest;
import dev.assay.note.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The words of the theme in one language. What a language lacks is said in English.
///
/// A text may hold `{0}`, `{1}`: the arguments. A text that counts has two forms, `key.one` and `key.other`, chosen by
/// the first argument; a language without the difference writes only `key.other`.
public final class Strings {
  /// What stands between thousands; a comma where a language does not say.
  private static final String GROUP = "number.group";

  /// What a language may say beyond the theme's words: how it spells dates and large numbers.
  public static final List<String> FURTHER =
      List.of("date.day", "date.half", "date.month", "date.months", "date.quarter", GROUP);

  private final Language language;
  private final Map<String, String> texts;
  private final List<String> keys;
  private final Map<String, String> own;
  private final List<String> missing;

  Strings(Language language, Map<String, String> own, Map<String, String> english) {
    this.language = language;
    this.own = Map.copyOf(own);
    Map<String, String> all = new TreeMap<>(english);
    // A language that writes only `other` means it for one as well: English `one` must not show through.
    own.keySet().stream()
        .filter(key -> key.endsWith(".other"))
        .forEach(key -> all.remove(key.substring(0, key.length() - "other".length()) + "one"));
    all.putAll(own);
    this.texts = Map.copyOf(all);
    this.keys = List.copyOf(all.keySet());
    TreeSet<String> lacking = new TreeSet<>(all.keySet());
    lacking.removeAll(own.keySet());
    this.missing = List.copyOf(lacking);
  }

  /// The language that was asked for.
  public Language language() {
    return language;
  }

  /// True when there is a text of this name, counting or not.
  public boolean has(String key) {
    return texts.containsKey(key) || texts.containsKey(key + ".other");
  }

  /// The text of a name that exists, with its arguments filled in. Whole numbers are grouped: `1,234`.
  public String text(String key, Object... arguments) {
    String text = texts.get(form(key, arguments));
    if (text == null) {
      throw new IllegalArgumentException("no string is named '" + key + "'");
    }
    return fill(text, arguments);
  }

  /// The text that this language has of its own under a name.
  public Optional<String> own(String key) {
    return Optional.ofNullable(own.get(key));
  }

  /// True when there is a text of this language's own at all.
  public boolean anyOwn() {
    return !own.isEmpty();
  }

  /// The names that this language lacks and says in English, in alphabetical order.
  public List<String> missing() {
    return missing;
  }

  /// All names, in alphabetical order.
  public List<String> keys() {
    return keys;
  }

  /// Names all texts.
  Digest digest() {
    return Digest.of(new TreeMap<>(texts).toString());
  }

  private String form(String key, Object... arguments) {
    if (texts.containsKey(key) || arguments.length == 0) {
      return key;
    }
    boolean one = arguments[0] instanceof Number count && count.intValue() == 1;
    return one && texts.containsKey(key + ".one") ? key + ".one" : key + ".other";
  }

  /// A text with its arguments filled in.
  String fill(String text, Object... arguments) {
    if (arguments.length == 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hole = c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
      int index = hole ? text.charAt(i + 1) - '0' : -1;
      if (index >= 0 && index < arguments.length) {
        filled.append(shown(arguments[index]));
        i += 2;
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private String shown(Object argument) {
    return argument instanceof Integer number ? grouped(number) : argument.toString();
  }

  private String grouped(int number) {
    StringBuilder digits = new StringBuilder(Integer.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      digits.insert(at, own.getOrDefault(GROUP, ","));
    }
    return digits.toString();
  }
}
