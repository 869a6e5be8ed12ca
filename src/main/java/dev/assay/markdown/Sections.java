package dev.assay.markdown;

import dev.assay.note.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Which kind's heading holds where, among the blocks of one container. A section ends at the next heading of the
/// same or a higher level, or at a thematic break.
final class Sections {
  private final ClaimFinder finder;
  private final List<Block> blocks;
  private final Deque<Section> open = new ArrayDeque<>();

  /// @param hasList whether the section has a list: then its items are the claims, else its paragraphs
  private record Section(int level, Kind kind, boolean hasList) {}

  Sections(ClaimFinder finder, List<Block> blocks) {
    this.finder = finder;
    this.blocks = blocks;
  }

  /// Moves on to a block.
  void at(int index) {
    switch (blocks.get(index)) {
      case Block.Heading heading -> heading(heading, index);
      case Block.Rule _ -> open.clear();
      case Block.Paragraph _, Block.Quote _, Block.Listing _, Block.Code _, Block.Formula _, Block.Html _, Block.Table _,
          Block.Definitions _, Block.Container _ -> {}
    }
  }

  private void heading(Block.Heading heading, int index) {
    while (!open.isEmpty() && heading.level() <= open.peek().level()) {
      open.pop();
    }
    finder.ofHeading(Headings.text(heading)).ifPresent(
        kind -> open.push(new Section(heading.level(), kind, hasList(index, heading.level()))));
  }

  private boolean hasList(int index, int level) {
    for (int i = index + 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Listing) {
        return true;
      }
      boolean ends =
          block instanceof Block.Rule
              || (block instanceof Block.Heading next
                  && (next.level() <= level || finder.ofHeading(Headings.text(next)).isPresent()));
      if (ends) {
        return false;
      }
    }
    return false;
  }

  /// The kind of a list's items here.
  Optional<Kind> ofItems() {
    return Optional.ofNullable(open.peek()).map(Section::kind);
  }

  /// The kind of a paragraph here.
  Optional<Kind> ofParagraph() {
    return Optional.ofNullable(open.peek()).filter(section -> !section.hasList()).map(Section::kind);
  }
}
