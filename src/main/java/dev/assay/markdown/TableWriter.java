package dev.assay.markdown;

import dev.assay.claim.CheckpointWords.Column;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes tables: their captions and heads, and rows that may be claims, checkpoints or about an entity.
final class TableWriter {
  private final BlockWriter blocks;
  private final Draft draft;
  private final Output out;
  private final InlineWriter inlines;
  private final ClaimFinder finder;
  private final Misses misses;
  private final KindRows rows;
  private final Set<String> names;

  TableWriter(
      BlockWriter blocks, Draft draft, Output out, InlineWriter inlines, ClaimFinder finder, Misses misses, Claims claims, Set<String> names) {
    this.blocks = blocks;
    this.draft = draft;
    this.out = out;
    this.inlines = inlines;
    this.finder = finder;
    this.misses = misses;
    this.rows = new KindRows(draft, out, inlines, finder, claims);
    this.names = names;
  }

  /// Writes a table.
  ///
  /// @param said the caption beside it, when it has one
  void table(Block.Table written, Optional<Prose> said, CheckpointTable checkpoints, List<String> marks) {
    Optional<Prose> below = said.isPresent() || written.rows().isEmpty() ? Optional.empty() : below(written.rows().getLast());
    TableHeads heads = TableHeads.of(written, draft);
    Block.Table table = new Block.Table(written.offset(), written.aligns(), heads.texts(), below.isPresent() ? written.rows().subList(0, written.rows().size() - 1) : written.rows());
    TableColumns set = TableColumns.of(table, heads, draft);
    int computed = draft.roles().size();
    out.html("<div class=\"table\"");
    Optional<Prose> caption = said.or(() -> below);
    Optional<Prose> words = caption.map(this::named);
    out.html(">\n<table>\n");
    words.ifPresent(
        prose -> {
          out.html("<caption>");
          marks.addAll(inlines.write(prose).footnotes());
          out.html("</caption>\n");
        });
    out.html("<thead>\n<tr>\n");
    for (int i = 0; i < table.head().size(); i++) {
      if (finder.ofHeading(table.head().get(i)).isEmpty()) {
        misses.text(table.head().get(i));
      }
      out.html("<th scope=\"col\"" + BlockWriter.align(set.aligns().get(i)) + ">");
      marks.addAll(inlines.cell(table.head().get(i)).footnotes());
      if (!heads.units().get(i).isEmpty()) {
        out.html(" <span class=\"unit\">").text(heads.units().get(i)).html("</span>");
      }
      out.html("</th>\n");
    }
    out.html("</tr>\n</thead>\n");
    if (!table.rows().isEmpty()) {
      rows(table, set, heads, checkpoints, marks);
    }
    out.html("</table>\n</div>\n");
    if (set.counts() && draft.roles().size() == computed) {
      out.hole(new Piece.TableRows(draft.table(cells(table, heads.units()))));
    }
  }

  private void rows(Block.Table table, TableColumns set, TableHeads heads, CheckpointTable checkpoints, List<String> marks) {
    KindTable kinds = KindTable.of(table, finder);
    if (kinds.kind().isEmpty() && !kinds.legend()) {
      misses.columns(table);
    }
    out.html("<tbody>\n");
    Optional<Map<Column, Integer>> columns = kinds.kind().isPresent() ? Optional.empty() : checkpoints.columns(table);
    Optional<EntityColumn> entities = EntityColumn.of(table, heads.units(), names, draft);
    for (int i = 0; i < table.rows().size(); i++) {
      List<Prose> cells = table.rows().get(i);
      Optional<CheckpointTable.Row> checkpoint = columns.flatMap(found -> checkpoints.row(found, cells));
      if (checkpoint.isPresent()) {
        checkpoint(checkpoint.get(), set.aligns(), marks);
      } else {
        row(cells, set, i, kinds, entities.filter(column -> column.names(cells)), marks);
      }
    }
    out.html("</tbody>\n");
  }

  /// A caption that stands right below the last row, without a line between them, is read as a row with one cell.
  private static Optional<Prose> below(List<Prose> row) {
    boolean alone = row.stream().skip(1).allMatch(Prose::isBlank);
    return alone ? TableCaptions.of(row.getFirst()) : Optional.empty();
  }

  /// The words of a caption; the name behind them becomes that of the table, whose element has been opened.
  private Prose named(Prose caption) {
    int open = Attributes.startOfTrailing(caption.text());
    Attributes attributes = open < 0 ? Attributes.NONE : Attributes.read(caption.text().substring(open));
    if (!attributes.id().isEmpty() && draft.anchors().claim(attributes.id())) {
      out.html(" id=").quoted(attributes.id());
    }
    return open < 0 ? caption : caption.slice(0, open).strip();
  }

  /// What is read in the cells, for the table as a file.
  private List<List<String>> cells(Block.Table table, List<String> units) {
    List<String> head = new ArrayList<>();
    for (int i = 0; i < table.head().size(); i++) {
      head.add(words(table.head().get(i)) + (units.get(i).isEmpty() ? "" : " (" + units.get(i) + ")"));
    }
    List<List<String>> cells = new ArrayList<>(List.of(head));
    table.rows().forEach(row -> cells.add(row.stream().map(this::words).toList()));
    return cells;
  }

  private String words(Prose cell) {
    return PlainText.line(Plain.of(inlines.read(cell), cell));
  }

  private void row(
      List<Prose> cells, TableColumns set, int row, KindTable kinds, Optional<EntityColumn> entity, List<String> marks) {
    Optional<ClaimFinder.KindCell> kind =
        kinds.kind().isPresent() ? finder.kindCell(cells.get(kinds.kind().getAsInt())) : Optional.empty();
    if (kind.isPresent() && rows.write(cells, set, row, kinds, kind.get(), marks)) {
      return;
    }
    if (kinds.kind().isPresent() && kind.isEmpty() && !KindTable.saysNothing(cells.get(kinds.kind().getAsInt()))) {
      misses.kind(cells.get(kinds.kind().getAsInt()));
    }
    out.html("<tr>\n");
    for (int i = 0; i < cells.size(); i++) {
      Optional<ClaimOpening> claim = kinds.legend() ? finder.tagged(cells.get(i)) : blocks.claim(cells.get(i), kinds.heads().get(i));
      int from = entity.isPresent() ? out.mark() : 0;
      if (claim.isPresent()) {
        marks.addAll(blocks.claim("td", set.attributes(row, i, cells.get(i)), "", claim.get()));
        entity.ifPresent(column -> column.claim(out.since(from)));
      } else {
        out.html("<td" + set.attributes(row, i, cells.get(i)) + ">");
        int inside = entity.isPresent() ? out.mark() : 0;
        marks.addAll(set.write(row, i, cells.get(i), out, inlines));
        entity.ifPresent(column -> column.cell(out.since(inside)));
        out.html("</td>");
      }
      out.html("\n");
    }
    out.html("</tr>\n");
    entity.ifPresent(column -> column.finish(cells));
  }

  private void checkpoint(CheckpointTable.Row row, List<Block.Align> aligns, List<String> marks) {
    out.html("<tr id=").quoted(row.anchor()).html(">\n");
    for (int i = 0; i < row.cells().size(); i++) {
      Prose cell = row.cells().get(i);
      Optional<ClaimOpening> claim = finder.tagged(cell);
      if (claim.isPresent()) {
        marks.addAll(blocks.claim("td", BlockWriter.align(aligns.get(i)), "", claim.get()));
        row.skip(cell);
      } else {
        out.html("<td" + BlockWriter.align(aligns.get(i)) + ">");
        marks.addAll(row.write(cell));
        if (row.says(i)) {
          out.hole(new Piece.CheckpointEnd(row.number()));
        }
        out.html("</td>");
      }
      out.html("\n");
    }
    out.html("</tr>\n");
    row.finish();
  }
}
