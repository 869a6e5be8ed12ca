package dev.assay.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The terms of a note, leaf by leaf, each with its weight and with the kinds of claims it stands in.
///
/// A weight is a number from 1 to 15. It depends on the note alone and on nothing that is known of all notes, so that an
/// edited note changes no other's: up to 6 for how often the term stands in the text, which counts ever less the more often
/// it does and the longer the text is (as in BM25), 1 for claims, 2 for a heading, 2 for a label, 4 for the title.
public record NoteWords(List<Leaf> leaves) {
  /// The length of a text, in terms, that counts as usual.
  private static final double USUAL = 800;

  /// How slowly a further occurrence counts less, and how much a text's length matters.
  private static final double SLOWNESS = 2;

  private static final double LENGTH = 0.5;

  public NoteWords {
    leaves = List.copyOf(leaves);
  }

  /// The terms of a leaf.
  ///
  /// @param marks of each term: the weight in the upper four bits, and one bit for each kind of claim
  @SuppressWarnings("ArrayRecordComponent") // a million of them are held at once
  public record Leaf(List<String> terms, byte[] marks) {}

  /// What was counted of one term.
  private static final class Count {
    int times;
    int claims;
    int kinds;
    boolean headed;
    boolean filed;
    boolean titled;
  }

  /// The terms of a document.
  public static NoteWords of(Document document) {
    List<Leaf> leaves = new ArrayList<>();
    for (List<Section> sections : Leaves.of(document.sections())) {
      Map<String, Count> counts = new HashMap<>();
      if (leaves.isEmpty()) {
        Terms.each(NoteText.composed(document.title()), term -> of(counts, term).titled = true);
        Terms.each(NoteText.composed(document.lead()), term -> of(counts, term).headed = true);
        document.labels().forEach(label -> Terms.each(NoteText.composed(label), term -> of(counts, term).filed = true));
      }
      sections.forEach(section -> count(section, counts));
      leaves.add(leaf(counts));
    }
    return new NoteWords(leaves);
  }

  private static Count of(Map<String, Count> counts, String term) {
    return counts.computeIfAbsent(term, _ -> new Count());
  }

  private static void count(Section section, Map<String, Count> counts) {
    Terms.each(section.heading(), term -> of(counts, term).headed = true);
    for (Passage passage : section.passages()) {
      int kind = passage.claim().map(claim -> 1 << claim.number()).orElse(0);
      Terms.each(
          passage.text(),
          term -> {
            Count count = of(counts, term);
            count.times++;
            count.kinds |= kind;
            count.claims += kind == 0 ? 0 : 1;
          });
    }
  }

  private static Leaf leaf(Map<String, Count> counts) {
    List<String> terms = counts.keySet().stream().sorted().toList();
    double length = counts.values().stream().mapToInt(count -> count.times).sum();
    double slowness = SLOWNESS * (1 - LENGTH + LENGTH * length / USUAL);
    byte[] marks = new byte[terms.size()];
    for (int i = 0; i < marks.length; i++) {
      Count count = of(counts, terms.get(i));
      marks[i] = (byte) ((weight(count, slowness) << 4) | count.kinds);
    }
    return new Leaf(terms, marks);
  }

  private static int weight(Count count, double slowness) {
    double weight = 6 * count.times / (count.times + slowness);
    weight += count.claims > 0 ? 1 : 0;
    weight += count.headed ? 2 : 0;
    weight += count.filed ? 2 : 0;
    weight += count.titled ? 4 : 0;
    return Math.clamp(Math.round(weight), 1, 15);
  }
}
