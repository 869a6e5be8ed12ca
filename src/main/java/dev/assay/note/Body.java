package dev.assay.note;

import java.util.List;

/// The rendered body of a note: markup with holes. It may lie in the cache until someone reads its pieces; its
/// digest is known without reading.
public interface Body extends Digested {
  /// The pieces in order.
  List<Piece> pieces();

  /// What is read in the cells of each table, its head first; without tables of which a part is computed.
  List<List<List<String>>> tables();

  /// A body that is in memory.
  record Held(Digest digest, List<Piece> pieces, List<List<List<String>>> tables) implements Body {
    public Held {
      pieces = List.copyOf(pieces);
      tables = List.copyOf(tables);
    }

    /// A body without tables.
    public Held(Digest digest, List<Piece> pieces) {
      this(digest, pieces, List.of());
    }
  }
}
