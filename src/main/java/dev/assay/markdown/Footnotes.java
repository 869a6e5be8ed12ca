package dev.assay.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The footnotes that a text uses, numbered in the order of their first marks.
final class Footnotes {
  private final Labels labels;
  private final Anchors anchors;
  private final Map<String, Use> uses = new HashMap<>();
  private final List<Use> order = new ArrayList<>();

  Footnotes(Labels labels, Anchors anchors) {
    this.labels = labels;
    this.anchors = anchors;
  }

  /// A footnote in use.
  static final class Use {
    private final int number;
    private final String id;
    private final Labels.Footnote note;
    private final List<String> marks = new ArrayList<>();
    /// The links in its text: indexes from the first to before the last.
    private int linksFrom;
    private int linksTo;

    private Use(int number, String id, Labels.Footnote note) {
      this.number = number;
      this.id = id;
      this.note = note;
    }

    int number() {
      return number;
    }

    String id() {
      return id;
    }

    Labels.Footnote note() {
      return note;
    }

    List<String> marks() {
      return marks;
    }

    void links(int from, int to) {
      linksFrom = from;
      linksTo = to;
    }

    int linksFrom() {
      return linksFrom;
    }

    int linksTo() {
      return linksTo;
    }
  }

  /// Marks a footnote; the label is defined.
  ///
  /// @return the footnote, whose last mark is the new one
  Use mark(String label) {
    Use use = uses.computeIfAbsent(LinkSyntax.normalised(label), this::begin);
    use.marks.add(anchors.like("fnref-" + use.id.substring("fn-".length())));
    return use;
  }

  private Use begin(String key) {
    Labels.Footnote note = labels.footnote(key).orElseThrow();
    Use use = new Use(order.size() + 1, anchors.like("fn-" + Anchors.slug(note.label())), note);
    order.add(use);
    return use;
  }

  /// All in use so far; writing one out may add more.
  List<Use> inUse() {
    return order;
  }
}
