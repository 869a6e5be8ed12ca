package dev.assay.note;

import java.util.List;

/// A row of a table in which a cell is the name of an entity and no more: what the row says, it says of that entity.
///
/// @param entity  the name as it is written
/// @param section the id of the heading above the table; empty before the first one
/// @param heads   the heads of the columns, without markup
/// @param cells   the cells as inline markup with holes, as many as there are heads
/// @param column  which of them names the entity
public record EntityRow(String entity, String section, List<String> heads, List<List<Piece>> cells, int column) {
  public EntityRow {
    heads = List.copyOf(heads);
    cells = List.copyOf(cells);
  }
}
