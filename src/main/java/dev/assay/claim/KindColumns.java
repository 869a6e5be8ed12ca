package dev.assay.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words at the head of a table's columns that matter to claims, in English and Korean, in any letter case.
public final class KindColumns {
  private static final Set<String> KIND =
      Set.of("kind", "type", "class", "tag", "label", "status", "claim kind", "claim type", "종류", "유형", "구분", "분류", "태그", "성격", "판단");
  private static final Set<String> SOURCE =
      Set.of("source", "sources", "evidence", "reference", "ref", "출처", "근거", "자료", "소스");
  private static final Set<String> NUMBER = Set.of("#", "no", "no.", "nr", "nr.", "№", "번호", "순번");
  private static final Set<String> MEANING =
      Set.of(
          "meaning", "means", "definition", "description", "explanation", "example", "what it means", "how to read it", "used for",
          "뜻", "의미", "정의", "설명", "예", "예시");

  private KindColumns() {}

  /// True for the head of a column whose cells may be kinds.
  public static boolean isKind(String head) {
    return KIND.contains(folded(head));
  }

  /// True for the head of a column that says where a row is from.
  public static boolean isSource(String head) {
    return SOURCE.contains(folded(head));
  }

  /// True for the head of a column that counts the rows.
  public static boolean isNumber(String head) {
    return NUMBER.contains(folded(head));
  }

  /// True when a table with these heads says what kinds mean, and claims nothing: a legend.
  public static boolean isLegend(List<String> heads) {
    return heads.stream().map(KindColumns::folded).anyMatch(MEANING::contains);
  }

  private static String folded(String head) {
    return head.replaceAll("[*_`]", "").strip().toLowerCase(Locale.ROOT);
  }
}
