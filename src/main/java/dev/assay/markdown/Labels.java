package dev.assay.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the labels of a text stand for: link definitions and footnotes. Filled while blocks are read, then only read.
final class Labels {
  private final Map<String, Inline.Address> references = new HashMap<>();
  private final Map<String, Footnote> footnotes = new LinkedHashMap<>();
  private final List<Footnote> doubled = new ArrayList<>();

  /// A footnote's text.
  record Footnote(String label, int offset, List<Block> blocks) {}

  /// The first definition of a label wins.
  void define(String label, Inline.Address address) {
    references.putIfAbsent(LinkSyntax.normalised(label), address);
  }

  void define(Footnote footnote) {
    if (footnotes.putIfAbsent(LinkSyntax.normalised(footnote.label()), footnote) != null) {
      doubled.add(footnote);
    }
  }

  Optional<Inline.Address> reference(String label) {
    return references.isEmpty() ? Optional.empty() : Optional.ofNullable(references.get(LinkSyntax.normalised(label)));
  }

  /// Footnotes under a label that another one has already.
  List<Footnote> doubled() {
    return doubled;
  }

  /// All footnotes, in the order of their texts.
  Collection<Footnote> footnotes() {
    return footnotes.values();
  }

  Optional<Footnote> footnote(String label) {
    return footnotes.isEmpty() ? Optional.empty() : Optional.ofNullable(footnotes.get(LinkSyntax.normalised(label)));
  }
}
