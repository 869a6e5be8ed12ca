package dev.assay.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the captions of tables among the blocks of one container: a paragraph `Table: What it shows` right before a table or
/// right behind it, which may end in a name, `{#shares}`.
final class TableCaptions {
  private static final Pattern OPENING = Pattern.compile("(?:[Tt]able|표|表)(?<number> ?\\d{1,3})? ?[:：]\\s*(?=\\S)");

  private final Map<Integer, Prose> captions = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();

  TableCaptions(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Table) {
        boolean before = i > 0 && !used.contains(i - 1) && take(blocks, i - 1, i);
        if (!before && i + 1 < blocks.size()) {
          take(blocks, i + 1, i);
        }
      }
    }
  }

  private boolean take(List<Block> blocks, int from, int table) {
    Optional<Prose> caption = blocks.get(from) instanceof Block.Paragraph(_, Prose prose) ? of(prose) : Optional.empty();
    caption.ifPresent(
        found -> {
          captions.put(table, found);
          used.add(from);
        });
    return caption.isPresent();
  }

  /// What a text that is a caption says; empty for any other. A number stays, because a text may speak of it.
  static Optional<Prose> of(Prose prose) {
    Matcher opening = OPENING.matcher(prose.text());
    return opening.lookingAt() ? Optional.of(prose.slice(opening.group("number") == null ? opening.end() : 0, prose.text().length()).strip()) : Optional.empty();
  }

  /// The caption of a table; empty when it has none.
  Optional<Prose> of(int table) {
    return Optional.ofNullable(captions.get(table));
  }

  /// True for a paragraph that is the caption of a table.
  boolean isCaption(int block) {
    return used.contains(block);
  }
}
