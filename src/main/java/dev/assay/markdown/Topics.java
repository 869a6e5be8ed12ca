package dev.assay.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words that a text uses more than other words: what it is about, as far as counting can tell.
///
/// English words lose a plural's `s`, Korean ones the particle behind them. Scripts that write words without space
/// between them and without particles to cut at have no topics.
final class Topics {
  private static final int MOST = 32;
  private static final int LONGEST = 40;

  /// A word that stands in a text once is not what it is about. It also lets most edits leave a note's topics alone, and
  /// with them what is related to it.
  private static final int OFTEN = 2;

  /// Words that are in every text. Shorter ones than four letters are left out anyway.
  private static final Set<String> COMMON =
      Set.of(
          ("about above across after again against almost alone along already also although always among another anything around away back"
                  + " because become been before begin behind being below between beyond both bring came cannot case cause certain come"
                  + " could does doing done down during each early either else enough even ever every exactly example fact fewer find first"
                  + " follow former from full further gave general give given goes going gone good great hand hardly have having hence here"
                  + " high higher himself however inside instead into itself just keep kind know known large last late later least leave left"
                  + " less lest like little long longer look lower made make many matter mean might mine more most mostly much must near"
                  + " nearly need neither never next none nothing once only onto other otherwise over part people perhaps place possible"
                  + " rather read really reason said same says second seem seen several shall short should show side since small some"
                  + " something soon still such take taken tell than that their them then there therefore these they thing think third this"
                  + " those though three through thus time together told took toward true turn twice under until upon used using usual very"
                  + " want well went were what whatever when where whether which while whole whom whose will with within without work worth"
                  + " would write written year your yourself inference speculation blocked claim note source")
              .split(" "));

  private static final Set<String> COMMON_KOREAN =
      Set.of(
          "그리고", "하지만", "그러나", "그래서", "따라서", "때문", "경우", "가운데", "이것", "그것", "저것", "여기", "거기", "우리", "모두", "다른", "같은", "어떤",
          "있다", "없다", "이다", "아니다", "한다", "된다", "했다", "됐다", "있는", "없는", "하는", "되는", "않는", "않다", "한다면", "대한", "위해", "통해", "대해",
          "사실", "추론", "추측", "보류", "하나", "정도", "이상", "이하", "사이", "먼저", "다시", "아직", "이미", "더욱", "가장", "매우", "것이다", "것은", "것이", "수도");

  /// What may stand behind a Korean noun, the longest first.
  private static final List<String> PARTICLES =
      List.of(
          "에서부터", "으로부터", "이라는", "에서는", "으로는", "에게서", "까지는", "이라고", "으로써", "으로서", "에서", "에게", "까지", "부터", "으로", "이나", "라는", "라고",
          "처럼", "보다", "마다", "조차", "이며", "이고", "에는", "에도", "와의", "과의", "이란", "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "며");

  private Topics() {}

  /// The topics of a note, sorted. Its title counts twice: it is chosen with care.
  static List<String> of(String title, String text) {
    WordTable seen = new WordTable();
    count(title, 2, seen);
    count(text, 1, seen);
    // A word is looked at once, however often it is used.
    Map<String, Integer> counts = new HashMap<>();
    seen.each(
        (word, times) -> {
          String stem = stem(word);
          if (!stem.isEmpty()) {
            counts.merge(stem, times, Integer::sum);
          }
        });
    List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
    all.removeIf(each -> each.getValue() < OFTEN);
    all.sort(
        Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
            .thenComparingInt(each -> -each.getKey().length())
            .thenComparing(Map.Entry::getKey));
    return all.stream().limit(MOST).map(Map.Entry::getKey).sorted().toList();
  }

  private static void count(String text, int times, WordTable seen) {
    char[] all = text.toCharArray();
    int at = 0;
    while (at < all.length) {
      int start = at;
      int c = all[at];
      while (c >= 0) {
        if (Character.isSurrogate((char) c)) {
          c = Character.codePointAt(all, at);
        }
        if (!isWord(c)) {
          break;
        }
        at += Character.charCount(c);
        c = at < all.length ? all[at] : -1;
      }
      if (at == start) {
        at += Character.charCount(c);
      } else if (at - start <= LONGEST && maySay(all[start], at - start)) {
        seen.add(all, start, at - start, times);
      }
    }
  }

  private static boolean isWord(int c) {
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') : Character.isLetterOrDigit(c);
  }

  /// False for most of the words that say nothing, without making them.
  private static boolean maySay(char first, int length) {
    boolean number = first >= '0' && first <= '9';
    boolean shortLatin = length < 4 && first >= 'a' && first <= 'z';
    return !number && !shortLatin;
  }

  /// A word as it is counted; empty for one that says nothing.
  private static String stem(String word) {
    int first = word.codePointAt(0);
    if (first >= 0x80 && Character.UnicodeScript.of(first) == Character.UnicodeScript.HANGUL) {
      return korean(word);
    }
    if (!Character.isLetter(first)) {
      return "";
    }
    boolean plain = isPlain(word);
    boolean name = !plain && word.length() >= 2 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    if (name) {
      return word.length() > 2 ? word : "";
    }
    String lower = plain ? word : word.toLowerCase(Locale.ROOT);
    String one = singular(lower);
    return lower.length() < 4 || one.length() < 4 || COMMON.contains(lower) || COMMON.contains(one) ? "" : one;
  }

  /// True for a word of small Latin letters, as most are.
  private static boolean isPlain(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= 'a' && word.charAt(at) <= 'z') {
      at++;
    }
    return at == word.length();
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 5) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static String korean(String word) {
    String noun = word;
    for (String particle : PARTICLES) {
      if (word.endsWith(particle) && word.length() - particle.length() >= 2) {
        noun = word.substring(0, word.length() - particle.length());
        break;
      }
    }
    boolean says = noun.length() >= 2 && !COMMON_KOREAN.contains(noun) && !COMMON_KOREAN.contains(word) && !word.endsWith("다");
    return says ? noun : "";
  }
}
