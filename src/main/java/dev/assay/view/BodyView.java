package dev.assay.view;

import dev.assay.note.Digest;
import dev.assay.note.Digested;
import dev.assay.note.ValueDigest;
import java.util.List;
import java.util.function.Supplier;

/// The text of a note as parts that templates print one after the other. It may lie in the cache until a template asks
/// for the parts; its digest is known before, and stands for it in the digest of a view.
///
/// Templates see it as `body.parts`.
public final class BodyView implements Digested {
  /// A note without text.
  public static final BodyView EMPTY = new BodyView(Digest.of(""), () -> BodyText.of(List.of()));

  private final Digest digest;
  private final Supplier<BodyText> text;

  /// @param digest names the text and everything its holes are filled with
  /// @param text   gives the parts; called each time they are printed, so it may read them from the cache
  public BodyView(Digest digest, Supplier<BodyText> text) {
    this.digest = digest;
    this.text = text;
  }

  /// A body that is in memory.
  public static BodyView of(List<Part> parts) {
    List<Part> held = List.copyOf(parts);
    return new BodyView(ValueDigest.ofList(held), () -> BodyText.of(held));
  }

  @Override
  public Digest digest() {
    return digest;
  }

  /// The parts in order.
  public List<Part> parts() {
    return text().parts();
  }

  /// The parts, and what in them is the note's own.
  public BodyText text() {
    return text.get();
  }
}
