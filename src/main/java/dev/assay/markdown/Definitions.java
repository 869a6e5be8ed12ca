package dev.assay.markdown;

import java.util.ArrayList;
import java.util.List;

/// Joins terms and their meanings to definition lists while blocks are read: the paragraph before a meaning holds the
/// terms, one a line.
final class Definitions {
  private Definitions() {}

  /// Adds a meaning behind the blocks that were read so far.
  static void add(Block.Description description, List<Block> out) {
    if (!out.isEmpty() && out.getLast() instanceof Block.Paragraph terms) {
      out.removeLast();
      Block.Entry entry = new Block.Entry(terms(terms.prose()), new ArrayList<>(List.of(description)));
      if (!out.isEmpty() && out.getLast() instanceof Block.Definitions list) {
        list.entries().add(entry);
      } else {
        out.add(new Block.Definitions(terms.offset(), new ArrayList<>(List.of(entry))));
      }
    } else if (!out.isEmpty() && out.getLast() instanceof Block.Definitions list) {
      list.entries().getLast().descriptions().add(description);
    } else {
      // The paragraph above turned out to be link definitions only: nothing is being defined.
      out.addAll(description.blocks());
    }
  }

  private static List<Prose> terms(Prose prose) {
    List<Prose> terms = new ArrayList<>();
    String text = prose.text();
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline;
      terms.add(prose.slice(from, to).strip());
      from = to + 1;
    }
    return terms;
  }
}
