package dev.assay.search;

import java.util.ArrayList;
import java.util.List;

/// Lets tests of other rooms cut a text.
public final class TermsForTests {
  private TermsForTests() {}

  /// The terms of a text.
  public static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    Terms.each(text, terms::add);
    return terms;
  }
}
