package dev.assay.claim;

import dev.assay.note.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Words that analysts write in place of a kind's, and that no site reads as one unless its settings say so: `[팩트]`,
/// `[확인 불가]`, `[Opinion]`.
///
/// @param kind  what is probably meant
/// @param plain whether it means nothing else at the head of a sentence; the others are also names of sections and columns
record KindLike(Kind kind, boolean plain) {
  private static final Map<String, KindLike> WORDS = words();

  /// What a word stands for, in any letter case and with or without spaces; empty for all others.
  static Optional<KindLike> of(String word) {
    return Optional.ofNullable(WORDS.get(folded(word)));
  }

  private static String folded(String word) {
    return word.replaceAll("[\\s_-]+", "").toLowerCase(Locale.ROOT);
  }

  private static Map<String, KindLike> words() {
    Map<String, KindLike> words = new HashMap<>();
    add(words, Kind.FACT, true, "팩트", "확인됨", "확인된 사실", "객관적 사실", "ファクト", "verified fact", "verified", "factual");
    add(words, Kind.FACT, false, "팩트체크", "확인", "사실관계", "데이터", "정보", "confirmed", "known", "data", "evidence", "established");
    add(words, Kind.INFERENCE, true, "추정", "추론됨", "추리", "유추", "推定", "推断", "推斷", "inferred", "deduction", "deduced", "derived");
    add(words, Kind.INFERENCE, false, "인퍼런스", "해석", "분석", "판단", "결론", "시사점", "의미", "analysis", "interpretation", "conclusion", "estimate", "estimated", "implication", "so what", "takeaway");
    add(words, Kind.SPECULATION, true, "추측성", "가설", "憶測", "speculative", "guess", "conjecture", "hypothesis", "rumor", "rumour");
    add(words, Kind.SPECULATION, false, "전망", "예상", "예측", "의견", "가정", "견해", "루머", "소문", "가능성", "opinion", "forecast", "prediction", "outlook", "view", "our view", "assumption", "expectation", "possible");
    add(words, Kind.BLOCKED, true, "확인 불가", "확인 불가능", "판단 보류", "판단 유보", "유보", "알 수 없음", "미확인", "確認不可", "未確認", "unverified", "unverifiable", "unknown", "not known", "undisclosed");
    add(words, Kind.BLOCKED, false, "미정", "미공개", "비공개", "불명", "확인 중", "확인 필요", "pending", "tbd", "open", "open question", "to be confirmed", "tbc");
    return Map.copyOf(words);
  }

  private static void add(Map<String, KindLike> words, Kind kind, boolean plain, String... all) {
    for (String word : all) {
      words.put(folded(word), new KindLike(kind, plain));
    }
  }
}
