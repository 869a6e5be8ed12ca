package dev.assay.markdown;

import dev.assay.note.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes a claim's pieces fit to stand on another page than their note's: without ids, footnote marks, the signs of
/// claims and headings inside them, and without the claims made inside it, which the ledger lists by themselves.
final class LedgerPieces {
  private static final Pattern MARK =
      Pattern.compile("<sup class=\"footnote-ref\"><a href=\"[^\"]*\" id=\"[^\"]*\" role=\"doc-noteref\">[0-9]+</a></sup>");
  private static final Pattern ID = Pattern.compile("(<[a-z][a-z0-9]*(?: [a-z]+=\"[^\"<>]*\")*?) id=\"[^\"<>]*\"");
  private static final Pattern HOST = Pattern.compile("<(li|p|div|td|tr)(?: class=\"[a-z ]*\")?$");
  private static final Pattern CLOSED = Pattern.compile("^</(li|p|div|td|tr)>\\n?");
  private static final Pattern EMPTY_LIST = Pattern.compile("<(ul|ol)(?: [a-z]+=\"[^\"<>]*\")*>\\s*</\\1>\\n?");

  private final List<Piece> kept = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();
  private int inside;
  private boolean behindClaim;

  private LedgerPieces() {}

  static List<Piece> of(List<Piece> pieces) {
    LedgerPieces ledger = new LedgerPieces();
    pieces.forEach(ledger::add);
    ledger.flush();
    return List.copyOf(ledger.kept);
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Html(String text) -> markup(text);
      case Piece.ClaimAttributes _ -> {
        if (inside++ == 0) {
          String before = HOST.matcher(html).replaceFirst("");
          html.setLength(0);
          html.append(before);
        }
      }
      case Piece.ClaimEnd _ -> {
        inside--;
        behindClaim = true;
      }
      case Piece.Printed(_, List<Piece> plain) -> plain.forEach(this::add);
      case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimTag _, Piece.ClaimReasons _ -> {}
      case Piece.Picture picture -> {
        if (inside == 0) {
          flush();
          kept.add(picture.unnamed());
        }
      }
      case Piece.Drawn _, Piece.Target _, Piece.LinkTitle _, Piece.DirectiveBlock _, Piece.RoleText _, Piece.Word _ -> {
        if (inside == 0) {
          flush();
          kept.add(piece);
        }
      }
    }
  }

  private void markup(String text) {
    if (inside == 0) {
      html.append(clean(behindClaim ? CLOSED.matcher(text).replaceFirst("") : text));
      behindClaim = false;
    }
  }

  private static String clean(String html) {
    String text = html.contains("footnote-ref") ? MARK.matcher(html).replaceAll("") : html;
    return text.contains(" id=\"") ? ID.matcher(text).replaceAll("$1") : text;
  }

  private void flush() {
    String text = html.toString();
    if (text.contains("</ul>") || text.contains("</ol>")) {
      String before = text;
      text = EMPTY_LIST.matcher(text).replaceAll("");
      while (!text.equals(before)) {
        before = text;
        text = EMPTY_LIST.matcher(text).replaceAll("");
      }
    }
    if (!text.isEmpty()) {
      kept.add(new Piece.Html(text));
    }
    html.setLength(0);
  }
}
