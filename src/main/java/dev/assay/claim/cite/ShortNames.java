package dev.assay.claim.cite;

import java.util.List;

/// Names as they stand in a sentence.
final class ShortNames {
  private ShortNames() {}

  /// `Smith`, `Smith and Doe`, `Smith et al.`; in Korean `김철수`, `김철수·이영희`, `김철수 외`.
  static String of(List<PersonName> names, boolean korean) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst().shortForm();
      case 2 -> names.getFirst().shortForm() + (korean ? "·" : " and ") + names.getLast().shortForm();
      default -> names.getFirst().shortForm() + (korean ? " 외" : " et al.");
    };
  }
}
