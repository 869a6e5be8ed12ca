package dev.assay.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a report says what became otherwise in an item.
///
/// A run of words is explained only by remarks that carry these very words, in quotation marks or behind a colon, or
/// their beginning where they end in `…`; one run may go over several things that stand side by side. A number of
/// things is explained only when remarks speak of as many such things.
public final class Explanations {
  private static final Pattern TIMES = Pattern.compile(" \\((\\d+) times\\)$");
  private static final Pattern QUOTED = Pattern.compile("(?<![\\p{L}\\p{N}])'(.+?)'(?![\\p{L}\\p{N}])", Pattern.DOTALL);
  /// What a remark calls the things that are counted.
  private static final Map<String, String> CALLED =
      Map.of(
          "headings", "heading", "quotes", "quote", "list items", "list|footnote", "links", "link|address|footnote|picture", "pictures", "picture", "cells", "table|cell|numbers of lines",
          "pieces of code", "code");

  private final List<Carried> carried = new ArrayList<>();
  private final List<Remark> remarks;
  private final UnaryOperator<List<String>> read;

  /// Words that a remark carries.
  ///
  /// @param cut whether there were more
  private record Carried(List<String> words, boolean cut) {
    boolean holds(List<String> part) {
      return java.util.Collections.indexOfSubList(words, part) >= 0 || begins(part);
    }

    /// Whether it says the beginning of what was more than it says.
    private boolean begins(List<String> part) {
      for (int from = 0; cut && from < words.size(); from++) {
        int length = words.size() - from;
        if (part.size() > length && part.subList(0, length).equals(words.subList(from, words.size())) && String.join("", part.subList(0, length)).length() >= 12) {
          return true;
        }
      }
      return false;
    }

    boolean endsWith(List<String> part) {
      return part.size() <= words.size() && words.subList(words.size() - part.size(), words.size()).equals(part);
    }

    boolean startsWith(List<String> part) {
      return begins(part) || (part.size() <= words.size() && words.subList(0, part.size()).equals(part));
    }
  }

  public Explanations(List<Remark> remarks) {
    this(remarks, words -> words);
  }

  /// @param read what of the words counts
  public Explanations(List<Remark> remarks, UnaryOperator<List<String>> read) {
    this.read = read;
    this.remarks = remarks.stream().filter(remark -> remark.kind() != Remark.Kind.NOTICE).toList();
    for (Remark remark : this.remarks) {
      String text = TIMES.matcher(remark.text()).replaceFirst("");
      int colon = text.indexOf(": ");
      if (colon >= 0) {
        carry(text.substring(colon + 2));
      }
      QUOTED.matcher(text).results().forEach(match -> carry(match.group(1)));
    }
  }

  private void carry(String text) {
    boolean cut = text.endsWith("…");
    List<String> words = lower(read.apply(Words.ofText(cut ? text.substring(0, text.length() - 1) : text)));
    // The last word of a text that was cut may be half of one.
    carried.add(new Carried(cut && !words.isEmpty() ? words.subList(0, words.size() - 1) : words, cut));
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /// Whether a remark begins with some words.
  boolean speakOf(String about) {
    return remarks.stream().anyMatch(remark -> remark.text().startsWith(about));
  }

  public boolean explain(Words.Run run) {
    return explains(lower(run.lost())) && explains(lower(run.gained()));
  }

  private boolean explains(List<String> words) {
    if (words.isEmpty() || carried.stream().anyMatch(each -> each.holds(words)) || goesOverSeveral(words)) {
      return true;
    }
    boolean numbers = words.stream().allMatch(word -> word.chars().allMatch(Character::isDigit));
    return numbers && speakOf("the numbers of lines");
  }

  /// Whether the words are the end of one thing and the beginnings of others.
  private boolean goesOverSeveral(List<String> words) {
    boolean[] reached = new boolean[words.size() + 1];
    for (int i = 1; i <= words.size(); i++) {
      List<String> first = words.subList(0, i);
      reached[i] = carried.stream().anyMatch(each -> each.endsWith(first));
    }
    for (int i = 1; i < words.size(); i++) {
      if (reached[i]) {
        List<String> rest = words.subList(i, words.size());
        for (Carried each : carried) {
          if (each.startsWith(rest)) {
            return true;
          }
          if (!each.words().isEmpty() && each.words().size() < rest.size() && rest.subList(0, each.words().size()).equals(each.words())) {
            reached[i + each.words().size()] = true;
          }
        }
      }
    }
    return false;
  }

  /// @param what as in [Comparison]: a plural
  boolean explainCount(String what, int wanted, int seen) {
    Pattern called = Pattern.compile(CALLED.get(what));
    int explained = 0;
    for (Remark remark : remarks) {
      if (called.matcher(remark.text()).find()) {
        Matcher times = TIMES.matcher(remark.text());
        boolean each = remark.text().startsWith("a link around several blocks") || remark.text().startsWith("the numbers of lines");
        explained += each ? 1_000 : times.find() ? Integer.parseInt(times.group(1)) : 1;
      }
    }
    return Math.abs(wanted - seen) <= explained;
  }
}
