package dev.assay.view;

import dev.assay.note.Digest;
import dev.assay.note.Digested;
import dev.assay.note.ValueDigest;
import java.util.List;
import java.util.function.Supplier;

/// Views that are only made when a template prints them: a ledger of ten thousand claims stands on a hundred pages several
/// times over, and most of them are printed by no build. Their digest is known before.
///
/// @param <T> a view
public final class LateList<T extends Record> implements Digested {
  private final Digest digest;
  private final Supplier<List<T>> views;

  /// @param digest names all of the views
  /// @param views  makes them
  public LateList(Digest digest, Supplier<List<T>> views) {
    this.digest = digest;
    this.views = views;
  }

  /// Views that are in memory.
  public static <T extends Record> LateList<T> of(List<T> views) {
    List<T> held = List.copyOf(views);
    return new LateList<>(ValueDigest.ofList(held), () -> held);
  }

  @Override
  public Digest digest() {
    return digest;
  }

  /// The views in order.
  public List<T> views() {
    return views.get();
  }
}
