package dev.assay.note;

import java.util.List;

/// The rendered body of a note: markup with holes. It may lie in the cache until someone reads its pieces; its
/// digest is known without reading.
public interface Body extends Digested {
  /// The pieces in order.
  List<Piece> pieces();

  /// A body that is in memory.
  record Held(Digest digest, List<Piece> pieces) implements Body {
    public Held {
      pieces = List.copyOf(pieces);
    }
  }
}
