package dev.assay.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One link of the chain that the scanner builds: a finished inline, a run of delimiters that may still become
/// emphasis, or an open bracket. Emphasis and links replace a stretch of the chain by one link.
final class InlineItem {
  private final Optional<Inline> inline;
  /// `*`, `_`, `~` for a run of delimiters, `[` for a bracket; 0 for a finished inline.
  final char mark;
  /// What is left of the run.
  int start;
  int end;
  final int length;
  final boolean canOpen;
  final boolean canClose;
  final boolean image;
  /// How deep the inlines below this one are nested.
  final int depth;

  private InlineItem previous = this;
  private InlineItem next = this;

  private InlineItem(
      Optional<Inline> inline, char mark, int start, int end, boolean canOpen, boolean canClose, boolean image, int depth) {
    this.inline = inline;
    this.mark = mark;
    this.start = start;
    this.end = end;
    this.length = end - start;
    this.canOpen = canOpen;
    this.canClose = canClose;
    this.image = image;
    this.depth = depth;
  }

  /// The end of a chain, which is also its beginning.
  static InlineItem ring() {
    return new InlineItem(Optional.empty(), '\0', 0, 0, false, false, false, 0);
  }

  static InlineItem of(Inline inline, int depth) {
    return new InlineItem(Optional.of(inline), '\0', inline.start(), inline.end(), false, false, false, depth);
  }

  static InlineItem run(char mark, int start, int end, boolean canOpen, boolean canClose) {
    return new InlineItem(Optional.empty(), mark, start, end, canOpen, canClose, false, 0);
  }

  static InlineItem bracket(int start, int end, boolean image) {
    return new InlineItem(Optional.empty(), '[', start, end, false, false, image, 0);
  }

  InlineItem next() {
    return next;
  }

  InlineItem previous() {
    return previous;
  }

  void insertBefore(InlineItem item) {
    previous = item.previous;
    next = item;
    item.previous.next = this;
    item.previous = this;
  }

  void unlink() {
    previous.next = next;
    next.previous = previous;
  }

  /// Takes everything from an item on, up to another one, out of the chain.
  static List<Inline> cut(InlineItem from, InlineItem to) {
    List<Inline> children = list(from, to);
    if (from != to) {
      from.previous.next = to;
      to.previous = from.previous;
    }
    return children;
  }

  /// What stands from an item on, up to another one; delimiters and brackets that came to nothing are text.
  static List<Inline> list(InlineItem from, InlineItem to) {
    List<Inline> children = new ArrayList<>();
    for (InlineItem item = from; item != to; item = item.next) {
      if (item.inline.isPresent()) {
        children.add(item.inline.get());
      } else if (item.end > item.start) {
        children.add(new Inline.Text(item.start, item.end));
      }
    }
    return children;
  }

  static int depth(InlineItem from, InlineItem to) {
    int depth = 0;
    for (InlineItem item = from; item != to; item = item.next) {
      depth = Math.max(depth, item.depth);
    }
    return depth;
  }
}
