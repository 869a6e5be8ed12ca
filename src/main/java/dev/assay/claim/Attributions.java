package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds who a sentence names as its source: "Per Reuters, …", "according to the IEA", "TSMC said", "로이터에 따르면".
///
/// It reads plain text only and errs on the side of finding too little: an attribution is a source of lesser rank,
/// and a missed one costs a warning that the writer can answer with `source=`.
public final class Attributions {
  private static final String NAME = "(?:[Tt]he )?\\p{Lu}[^,;:.()\\n]{1,60}";
  private static final Pattern PER = Pattern.compile("(?:^|(?<=[.;:(!?]\\s?))\\s*[Pp]er\\s+(" + NAME + ")[,:]");
  private static final Pattern ACCORDING =
      Pattern.compile(
          "\\b(?:[Aa]ccording to|[Aa]s (?:reported|disclosed|stated|told|estimated|quoted) by|(?:[Rr]eported|[Dd]isclosed|[Ee]stimated) by)\\s+("
              + NAME + "?)(?=[,;:.()\\n]|\\s(?:[a-z]|on\\b|in\\b)|$)");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:^|[.;!?]\\s+|,\\s+)((?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?:\\s(?:of |the |for |and )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*){0,4})\\s+"
              + "(?:said|says|told|reported that|reports that|announced that|disclosed that|estimates that|estimated that|confirmed that|wrote that|writes that)\\b");
  private static final String WORD = "(?:(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}\\p{N}&'’-]*(?:\\.[\\p{L}\\p{N}&'’-]+)*)";

  /// `…, says the IEA.` The name ends the sentence or a part of it.
  private static final Pattern SAYS =
      Pattern.compile(
          "[,”\"’'—–]\\s{1,3}(?:says|said|reports|reported|writes|wrote|notes|estimates|estimated|told)\\s+((?:[Tt]he )?" + WORD + "(?:\\s(?:of |the |for |and )?" + WORD + "){0,4})");

  /// `(Source: Bloomberg)`, `출처: 금융감독원, DART`.
  private static final Pattern LABELLED =
      Pattern.compile("(?:^|[(（\\[]|[.!?。][\"”’)]?\\s{1,3}|[-–—,;|]\\s{1,3}|\\n)\\s{0,3}(?:[Ss]ources?|SOURCES?|출처|자료)\\s{0,3}[:：]\\s{0,3}([^)）\\]\\n;]{2,120})");
  private static final Pattern PARTS = Pattern.compile("\\s*[,、]\\s*|\\s+및\\s+");
  private static final Pattern KOREAN = Pattern.compile("에 따르면|에 의하면|(?:이|가) 밝힌|에서 발표한");
  private static final Pattern KOREAN_SAID =
      Pattern.compile("(?:^|(?<=[.!?]\\s))([\\p{L}\\p{N}&·' -]{2,24}?)(?:은|는|이|가)\\s[^.!?\\n]{2,300}?고\\s(?:밝혔|말했|보도했|전했|발표했|추정했|설명했)");

  /// `"…"고 SK하이닉스는 밝혔다`: the name behind what was said.
  private static final Pattern KOREAN_BEHIND =
      Pattern.compile("고\\s{1,3}([\\p{L}\\p{N}&·' -]{2,24}?)(?:은|는|이|가)\\s(?:밝혔|말했|보도했|전했|발표했|추정했|설명했|공시했|강조했)");

  /// What "per" means when it does not name a source: per GPU, per MWh.
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)(?:[gctnx]pus?|asics?|ssds?|d?ram|nand|hbm\\d*e?|[kmgtp]?wh?|[kmgtp]i?b|llms?|apis?|skus?|flops?|tokens?|watts?|units?|racks?|servers?|chips?|nodes?|quer(?:y|ies)|requests?|users?|seats?|years?|months?|days?|hours?|quarters?|shares?|wafers?|usd|krw|eur)(?:\\s.*)?|.*\\d.*");
  private static final Set<String> NOBODY =
      Set.of(
          "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "Who", "As", "But", "And", "When", "What",
          "If", "Some", "Many", "Critics", "Others", "Nobody", "Someone", "Having", "Enough", "Easier", "Analysts", "Sources", "Officials",
          "Management", "Executives", "Insiders", "Investors", "Experts", "Suppliers", "Customers", "Everyone", "Everybody", "People", "Most", "Reports");
  private static final Pattern NO_NAME = Pattern.compile("(?:my|our|their|its|his|her|this|that|these|those)\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Set<String> KOREAN_TIME = Set.of("이번", "지난", "지난해", "올해", "최근", "오늘", "어제", "주", "달", "월", "년", "그러나", "하지만", "또", "또한", "한편", "그리고");
  private static final Set<String> KOREAN_NOBODY = Set.of("이", "그", "저", "이것", "그것", "여기", "이에", "우리", "나", "그들", "회사", "관계자", "전문가", "계산");
  private static final Pattern KOREAN_PARTICLE = Pattern.compile(".+(?:은|는|을|를|에서|에게|으로|이며|지만|하고|했고|라고|다고)");
  private static final Pattern KOREAN_REPORT = Pattern.compile("\\s?(?:보도|발표|자료|보고서|공시|집계|설명|추정|분석|통계)(?:\\s?자료)?$");

  private static final Pattern POSSESSIVE = Pattern.compile("(?:(?<=s)['’]|['’]s)(?=\\s\\p{Ll})");

  // Most sentences name nobody: the patterns, which look at every place of a text, are for those with one of these.
  private static final List<String> ACCORDING_SIGNS = List.of("ccording to", "s reported by", "eported by", "isclosed by", "stimated by", "s stated by", "s told by", "s quoted by");
  private static final List<String> SAID_SIGNS = List.of(" said", " says", " told", " that ");
  private static final List<String> SAYS_SIGNS = List.of("says ", "said ", "reports ", "reported ", "writes ", "wrote ", "notes ", "estimates ", "estimated ", "told ");
  private static final List<String> LABELS = List.of("ource", "OURCE", "출처", "자료");

  private Attributions() {}

  /// Whom the words of a claim name as their source.
  ///
  /// @param text its words, without markup
  public static ClaimDraft.Names names(String text) {
    List<String> inside = in(text);
    List<String> behind = behind(text);
    return inside.isEmpty() && behind.isEmpty() ? ClaimDraft.Names.NONE : new ClaimDraft.Names(inside, behind);
  }

  /// The names, in order, each once.
  static List<String> in(String text) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    if (text.contains("er ") && (text.contains("Per ") || text.contains("per "))) {
      find(PER, text, names, true);
    }
    if (ACCORDING_SIGNS.stream().anyMatch(text::contains)) {
      find(ACCORDING, text, names, false);
    }
    if (SAID_SIGNS.stream().anyMatch(text::contains)) {
      find(SAID, text, names, false);
    }
    if (text.contains("따르면") || text.contains("의하면") || text.contains("밝") || text.contains("했다") || text.contains("했습니다") || text.contains("발표한")) {
      korean(text, names);
    }
    return new ArrayList<>(names);
  }

  /// Who stands behind "says" or behind "Source:" and its like, in order, each once. Writers often link these names.
  static List<String> behind(String text) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    if (SAYS_SIGNS.stream().anyMatch(text::contains)) {
      find(SAYS, text, names, false);
    }
    if ((text.indexOf(':') >= 0 || text.indexOf('：') >= 0) && LABELS.stream().anyMatch(text::contains)) {
      labelled(text, names);
    }
    return List.copyOf(names);
  }

  private static void labelled(String text, Set<String> names) {
    Matcher matcher = LABELLED.matcher(text);
    while (matcher.find()) {
      String all = matcher.group(1).strip().replaceFirst("[.。]$", "");
      List<String> parts = PARTS.splitAsStream(all).filter(part -> !part.isBlank() && part.chars().noneMatch(Character::isDigit)).toList();
      names.addAll(parts.isEmpty() ? List.of(all) : parts);
    }
  }

  private static void find(Pattern pattern, String text, Set<String> names, boolean mayBeUnit) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String name = owner(text, matcher.start(1), matcher.end(1)).strip();
      boolean unit = mayBeUnit && UNIT.matcher(name).matches();
      if (!unit && !NOBODY.contains(name) && !NO_NAME.matcher(name).matches()) {
        names.add(name);
      }
    }
  }

  /// A name without what belongs to it: "Google's documentation" names Google, "Moody's" itself.
  private static String owner(String text, int from, int to) {
    Matcher possessive = POSSESSIVE.matcher(text).region(from, Math.min(text.length(), to + 2)).useTransparentBounds(true);
    return text.substring(from, possessive.find() && possessive.start() < to ? possessive.start() : to);
  }

  private static void korean(String text, Set<String> names) {
    Matcher matcher = KOREAN.matcher(text);
    while (matcher.find()) {
      before(text, matcher.start()).ifPresent(names::add);
    }
    for (Pattern pattern : List.of(KOREAN_SAID, KOREAN_BEHIND)) {
      Matcher said = pattern.matcher(text);
      while (said.find()) {
        before(said.group(1), said.group(1).length()).ifPresent(names::add);
      }
    }
  }

  /// The name that ends at an index: at most four words, none of which is a particle's.
  private static Optional<String> before(String text, int end) {
    int from = end;
    while (from > 0 && end - from < 40 && ",.;:!?()\n\"“”‘’".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    String[] words = text.substring(from, end).strip().split("\\s+");
    int first = words.length - 1;
    while (first > 0 && words.length - first < 4 && !KOREAN_PARTICLE.matcher(words[first - 1]).matches() && !KOREAN_TIME.contains(words[first - 1])) {
      first--;
    }
    String name = KOREAN_REPORT.matcher(String.join(" ", List.of(words).subList(first, words.length))).replaceFirst("").strip();
    return name.isEmpty() || name.length() < 2 || KOREAN_NOBODY.contains(name) ? Optional.empty() : Optional.of(name);
  }
}
