package dev.assay.view;

import dev.assay.note.Digest;
import dev.assay.note.Digested;
import java.util.function.Supplier;

/// Finished markup that is only made when a template prints it. Its digest names everything it is made from, and stands
/// for it in the digest of a view.
public final class LateMarkup implements Digested {
  /// No markup at all.
  public static final LateMarkup NONE = new LateMarkup(Digest.of(""), () -> Markup.NONE);

  private final Digest digest;
  private final Supplier<Markup> markup;

  /// @param digest names everything the markup is made from
  /// @param markup makes it
  public LateMarkup(Digest digest, Supplier<Markup> markup) {
    this.digest = digest;
    this.markup = markup;
  }

  @Override
  public Digest digest() {
    return digest;
  }

  /// The markup.
  public Markup markup() {
    return markup.get();
  }
}
