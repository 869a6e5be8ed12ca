package dev.assay.note;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/// Which words of a text are the name of an entity: whole words in the name's own letters.
///
/// - A word ends where no letter or digit follows. A Korean particle may follow (`삼성전자는`, `NVIDIA의`); a word goes on in
///   `삼성전자서비스`, `HBM4E` and `nvidia.com`. Names in Chinese and Japanese letters need no end of a word, as there is none.
/// - Letter case counts, because `Meta` is a company and `meta` is not. But a name may be written in capitals, and one of five
///   letters or more that is written in capitals may be written with one: `NVIDIA` and `Nvidia` are one.
/// - A ticker is found as it is written. One that might be a word or a number (`MU`, `ICE`, `2330`) is found only behind `$`
///   or an exchange (`NASDAQ: MU`), and a number also in brackets of its own.
final class NameRules {
  private static final int SPELT_OUT = 5;
  private static final int CERTAIN_TICKER = 4;

  private static final String CASE =
      "(?:께서는|께서|에게서|에게|한테서|한테|에서|으로부터|로부터|으로서|로서|으로써|로써|으로|로|까지|부터|처럼|만큼|대로|보다|조차|마저|마다|밖에|뿐|같은|이라는|라는|이라고|라고|이라면|라면|이란|란|이나|나"
          + "|이며|며|이고|고|이든|든|하고|이랑|랑|와|과|의|에|이|가|을|를|은|는|도|만|측|사|향|발|제|씩|들)";
  private static final String COPULA = "(?:이다|다|이었다|였다|입니다|이었고|였고|이지만|지만|이므로|므로|이어서|여서|이어야|여야)";

  /// What may stand between a Korean name and the end of the word.
  private static final Pattern PARTICLE =
      Pattern.compile(CASE + "(?:은|는|도|만|의|이|가|을|를|까지|부터|에|에서|으로|로)?" + COPULA + "?|" + COPULA);

  private static final int LONGEST_ENDING = 10;

  private NameRules() {}

  /// The stretch of text that is looked at.
  ///
  /// @param before the character before it
  record Stretch(int from, int to, char before) {}

  /// Whether a stretch of text is a name, given that a word ends behind it.
  static boolean isName(SpokenNames.Name name, String text, int start, int end, Stretch in) {
    char before = start > in.from() ? text.charAt(start - 1) : in.before();
    if (!beginsWord(before, text.charAt(start))) {
      return false;
    }
    return name.ticker() ? isTicker(name.text(), text, start, end, in) : isSpelt(name.text(), text, start);
  }

  private static boolean beginsWord(char before, char first) {
    return !isOfWord(before) || flows(before, first);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
  }

  /// Between such letters no sign says where a word ends.
  private static boolean flows(char one, char other) {
    UnicodeScript left = UnicodeScript.of(one);
    UnicodeScript right = UnicodeScript.of(other);
    return isUnspaced(left) && isUnspaced(right) && !(left == UnicodeScript.KATAKANA && right == UnicodeScript.KATAKANA);
  }

  private static boolean isUnspaced(UnicodeScript script) {
    return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
  }

  /// Whether a word ends at an index.
  static boolean endsWord(String text, int end, int to) {
    if (end >= to) {
      return true;
    }
    char next = text.charAt(end);
    if (next == '.') {
      return end + 1 >= to || !isSmallLatin(text.charAt(end + 1));
    }
    if (!isOfWord(next) || flows(text.charAt(end - 1), next)) {
      return true;
    }
    int at = end;
    while (at < to && at - end <= LONGEST_ENDING && UnicodeScript.of(text.charAt(at)) == UnicodeScript.HANGUL) {
      at++;
    }
    return at > end && (at >= to || !isOfWord(text.charAt(at))) && PARTICLE.matcher(text).region(end, at).matches();
  }

  private static boolean isSmallLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /// Whether a text spells a name; both have as many characters, and differ in case and white space at most.
  private static boolean isSpelt(String name, String text, int start) {
    boolean raised = true;
    boolean lowered = isInCapitals(name);
    boolean begins = true;
    for (int i = 0; i < name.length(); i++) {
      char written = text.charAt(start + i);
      char wanted = name.charAt(i);
      if (Character.isLetter(wanted)) {
        raised &= written == wanted || written == Character.toUpperCase(wanted);
        lowered &= begins ? written == wanted : written == Character.toLowerCase(wanted);
      }
      begins = !Character.isLetter(wanted);
    }
    return raised || lowered;
  }

  private static boolean isInCapitals(String name) {
    return name.length() >= SPELT_OUT && name.chars().allMatch(c -> Character.isUpperCase(c) || c == ' ');
  }

  private static boolean isTicker(String ticker, String text, int start, int end, Stretch in) {
    if (!text.regionMatches(start, ticker, 0, ticker.length())) {
      return false;
    }
    boolean digits = ticker.chars().anyMatch(Character::isDigit);
    boolean letters = ticker.chars().anyMatch(Character::isLetter);
    boolean capitals = ticker.length() >= CERTAIN_TICKER && ticker.chars().noneMatch(Character::isLowerCase);
    boolean certain = digits ? letters : capitals;
    return certain || behindExchange(text, start, in.from()) || (digits && inBrackets(text, start, end, in));
  }

  private static boolean inBrackets(String text, int start, int end, Stretch in) {
    return start > in.from() && end < in.to() && text.charAt(start - 1) == '(' && text.charAt(end) == ')';
  }

  /// Behind `$`, or behind a colon behind three capitals or more.
  private static boolean behindExchange(String text, int start, int from) {
    int at = start - 1;
    if (at >= from && text.charAt(at) == '$') {
      return true;
    }
    while (at >= from && text.charAt(at) == ' ') {
      at--;
    }
    if (at < from || text.charAt(at) != ':') {
      return false;
    }
    int capitals = 0;
    while (--at >= from && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      capitals++;
    }
    return capitals >= 3;
  }
}
