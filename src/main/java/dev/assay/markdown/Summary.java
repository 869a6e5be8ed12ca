package dev.assay.markdown;

import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts the first paragraph of prose to a summary: at a word, about 200 characters in, never inside a tag, link,
/// figure or entity. Elements that are open at the cut are closed.
final class Summary {
  private static final int LENGTH = 200;
  /// What a figure or the title of a note may come to.
  private static final int HOLE = 12;

  private final List<Piece> kept = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private int length;
  private boolean full;
  private boolean inTag;

  /// The last place where a cut is allowed.
  private int cutPieces;
  private List<String> cutOpen = List.of();
  private boolean canCut;

  private Summary() {}

  static List<Piece> of(List<Piece> paragraph) {
    Summary summary = new Summary();
    for (Piece piece : LedgerPieces.of(paragraph)) {
      summary.add(piece);
      if (summary.full) {
        return summary.cut();
      }
    }
    summary.flush();
    return joined(summary.kept);
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Html(String text) -> html(text);
      case Piece.Target _, Piece.Picture _ -> hole(piece, 0);
      case Piece.Drawn(_, String plain) -> hole(piece, PlainText.of(plain).length());
      case Piece.Printed(_, List<Piece> plain) -> plain.forEach(this::add);
      case Piece.LinkTitle _, Piece.RoleText _ -> hole(piece, HOLE);
      case Piece.Word _ -> {}
      case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _, Piece.DirectiveBlock _ -> {}
    }
  }

  private void hole(Piece piece, int characters) {
    flush();
    kept.add(piece);
    length += characters;
    full |= length > LENGTH && canCut;
  }

  private void html(String text) {
    int at = inTag ? tagEnd(text) : 0;
    while (at < text.length() && !full) {
      char c = text.charAt(at);
      if (c == '<') {
        at = tag(text, at);
      } else if (c == '&') {
        int end = entityEnd(text, at);
        html.append(text, at, end);
        length++;
        at = end;
      } else {
        if (Character.isWhitespace(c)) {
          rememberCut();
        }
        html.append(c == '\n' ? ' ' : c);
        length++;
        at++;
      }
      full = length > LENGTH && canCut;
    }
  }

  /// Goes on with a tag that holds an address: it ends behind the hole.
  private int tagEnd(String text) {
    int end = text.indexOf('>') + 1;
    inTag = end == 0;
    end = inTag ? text.length() : end;
    html.append(text, 0, end);
    return end;
  }

  /// The end of an entity; of the sign alone in trusted HTML that has a bare one.
  private static int entityEnd(String text, int at) {
    int semicolon = text.indexOf(';', at, Math.min(text.length(), at + 12));
    return semicolon < 0 ? at + 1 : semicolon + 1;
  }

  private int tag(String text, int at) {
    int close = text.indexOf('>', at);
    int end = close < 0 ? text.length() : close + 1;
    inTag = close < 0;
    String tag = text.substring(at, end);
    boolean closing = tag.startsWith("</");
    int nameEnd = closing ? 2 : 1;
    while (nameEnd < tag.length() && Character.isLetterOrDigit(tag.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = tag.substring(closing ? 2 : 1, nameEnd);
    if (name.equals("br")) {
      html.append(' ');
      return end;
    }
    if (closing) {
      open.poll();
    } else if (!name.equals("img") && !name.equals("wbr") && !name.isEmpty()) {
      open.push(name);
    }
    html.append(tag);
    return end;
  }

  private void rememberCut() {
    if (!open.contains("a") && length > 0) {
      flush();
      cutPieces = kept.size();
      cutOpen = List.copyOf(open);
      canCut = true;
    }
  }

  private List<Piece> cut() {
    flush();
    List<Piece> pieces = new ArrayList<>(kept.subList(0, cutPieces));
    StringBuilder end = new StringBuilder("…");
    cutOpen.forEach(name -> end.append("</").append(name).append('>'));
    pieces.add(new Piece.Html(end.toString()));
    return joined(pieces);
  }

  private static List<Piece> joined(List<Piece> pieces) {
    return LedgerPieces.of(pieces);
  }

  private void flush() {
    if (!html.isEmpty()) {
      kept.add(new Piece.Html(html.toString()));
      html.setLength(0);
    }
  }
}
