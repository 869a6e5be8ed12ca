package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the rows of a table whose kinds stand in a column of their own: each row is a claim. Its text is that of its
/// other cells, joined by dots in the middle; the number of the row is none of them, and a cell under "Source" says where it is from and is not part of the text.
/// Options may end any of the cells.
final class KindRows {
  private static final Piece JOINT = new Piece.Html(" · ");

  private final Draft draft;
  private final Output out;
  private final InlineWriter inlines;
  private final ClaimFinder finder;
  private final Claims claims;

  KindRows(Draft draft, Output out, InlineWriter inlines, ClaimFinder finder, Claims claims) {
    this.draft = draft;
    this.out = out;
    this.inlines = inlines;
    this.finder = finder;
    this.claims = claims;
  }

  /// Writes a row.
  ///
  /// @param row which of the table it is
  /// @return false when nothing was written, because the row says nothing beside its kind
  boolean write(List<Prose> cells, TableColumns set, int row, KindTable kinds, ClaimFinder.KindCell kind, List<String> marks) {
    int kindAt = kinds.kind().orElseThrow();
    int sourceAt = kinds.source().orElse(-1);
    int numberAt = kinds.number().orElse(-1);
    List<Integer> said = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i != kindAt && i != sourceAt && i != numberAt && !KindTable.saysNothing(cells.get(i))) {
        said.add(i);
      }
    }
    if (said.isEmpty()) {
      return false;
    }
    List<Prose> texts = new ArrayList<>();
    ClaimOptions.Reading options = ClaimOptions.Reading.NONE;
    for (int i = 0; i < cells.size(); i++) {
      ClaimFinder.Trimmed trimmed = finder.withoutOptions(cells.get(i));
      boolean has = i != kindAt && (!trimmed.text().isBlank() || !said.contains(i));
      texts.add(has ? trimmed.text() : cells.get(i));
      options = has ? options.and(trimmed.options()) : options;
    }
    ClaimOpening opening = finder.row(kind, options);
    int claim = claims.begin(opening);
    List<Piece> pieces = new ArrayList<>();
    List<String> footnotes = new ArrayList<>();
    Optional<ClaimDraft.Option> source = Optional.empty();
    out.html("<tr").hole(new Piece.ClaimAttributes(claim)).html(">\n");
    for (int i = 0; i < cells.size(); i++) {
      out.html("<td" + (i == kindAt ? BlockWriter.align(set.aligns().get(i)) : set.attributes(row, i, texts.get(i))) + ">");
      if (i == kindAt) {
        out.hole(new Piece.ClaimTag(claim));
      } else {
        int links = draft.links().size();
        int mark = out.mark();
        footnotes.addAll(set.write(row, i, texts.get(i), out, inlines));
        List<Piece> cell = LedgerPieces.of(out.since(mark));
        if (i == sourceAt) {
          source = draft.links().size() == links ? source(texts.get(i), cell) : Optional.empty();
        } else if (said.contains(i)) {
          pieces.addAll(pieces.isEmpty() ? List.of() : List.of(JOINT));
          pieces.addAll(cell);
        }
        if (i == said.getLast()) {
          out.hole(new Piece.ClaimEnd(claim)).hole(new Piece.ClaimReasons(claim));
        }
      }
      out.html("</td>\n");
    }
    out.html("</tr>\n");
    claims.end(claim, pieces, footnotes, new ClaimOptions.Reading(Optional.empty(), source.stream().toList(), List.of()));
    marks.addAll(footnotes);
    return true;
  }

  /// Who a cell under "Source" names, when it links nothing.
  private Optional<ClaimDraft.Option> source(Prose cell, List<Piece> pieces) {
    String name = PlainText.of(pieces, _ -> "", _ -> "");
    boolean named = !KindTable.saysNothing(cell) && !name.isEmpty() && !name.startsWith("[@");
    return named
        ? Optional.of(new ClaimDraft.Option("source", List.of(name), draft.source().place(cell.offset(0), cell.offset(cell.text().length() - 1) + 1)))
        : Optional.empty();
  }
}
