package dev.assay.markdown;

import dev.assay.note.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes pieces fit to stand on another page than their note's: without ids, footnote marks, and the signs of claims
/// and headings inside them.
final class LedgerPieces {
  private static final Pattern MARK =
      Pattern.compile("<sup class=\"footnote-ref\"><a href=\"[^\"]*\" id=\"[^\"]*\" role=\"doc-noteref\">[0-9]+</a></sup>");
  private static final Pattern ID = Pattern.compile("(<[a-z][a-z0-9]*(?: [a-z]+=\"[^\"<>]*\")*?) id=\"[^\"<>]*\"");

  private LedgerPieces() {}

  static List<Piece> of(List<Piece> pieces) {
    List<Piece> kept = new ArrayList<>(pieces.size());
    StringBuilder html = new StringBuilder();
    boolean behindTag = false;
    for (Piece piece : pieces) {
      switch (piece) {
        // The space behind a tag goes with the tag.
        case Piece.Html(String text) -> html.append(clean(behindTag ? text.stripLeading() : text));
        case Piece.Permalink _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _ -> {}
        case Piece.Target _, Piece.LinkTitle _, Piece.DirectiveBlock _, Piece.RoleText _ -> {
          flush(html, kept);
          kept.add(piece);
        }
      }
      behindTag = piece instanceof Piece.ClaimTag;
    }
    flush(html, kept);
    return List.copyOf(kept);
  }

  private static String clean(String html) {
    String text = html.contains("footnote-ref") ? MARK.matcher(html).replaceAll("") : html;
    return text.contains(" id=\"") ? ID.matcher(text).replaceAll("$1") : text;
  }

  private static void flush(StringBuilder html, List<Piece> kept) {
    if (!html.isEmpty()) {
      kept.add(new Piece.Html(html.toString()));
      html.setLength(0);
    }
  }
}
