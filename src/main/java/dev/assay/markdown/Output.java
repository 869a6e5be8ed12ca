package dev.assay.markdown;

import dev.assay.note.Piece;
import java.util.ArrayList;
import java.util.List;

/// Where markup goes: one buffer that becomes a piece whenever a hole comes, and beside it the words without markup
/// of the block that is being written.
final class Output {
  private final StringBuilder html = new StringBuilder(4096);
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder words = new StringBuilder(512);

  /// Adds finished markup.
  Output html(String markup) {
    html.append(markup);
    return this;
  }

  /// Adds text, escaped, to the markup and the words.
  Output text(CharSequence text, int start, int end) {
    Markup.escape(text, start, end, html);
    words.append(text, start, end);
    return this;
  }

  Output text(CharSequence text) {
    return text(text, 0, text.length());
  }

  /// Adds the value of an attribute with its quotes, escaped.
  Output quoted(CharSequence value) {
    html.append('"');
    Markup.escape(value, 0, value.length(), html);
    html.append('"');
    return this;
  }

  /// Adds words that have no markup of their own here.
  void words(CharSequence more) {
    words.append(more);
  }

  /// Adds what a page draws and its plain form, with its words.
  Output drawn(String page, String plain, CharSequence said) {
    words.append(said);
    return hole(new Piece.Drawn(page, plain));
  }

  Output hole(Piece hole) {
    flush();
    pieces.add(hole);
    return this;
  }

  /// How many pieces there are: what comes next is a piece of its own.
  int mark() {
    flush();
    return pieces.size();
  }

  /// The pieces since a mark.
  List<Piece> since(int mark) {
    flush();
    return List.copyOf(pieces.subList(mark, pieces.size()));
  }

  /// Takes back the pieces since a mark.
  List<Piece> cut(int mark) {
    List<Piece> cut = since(mark);
    pieces.subList(mark, pieces.size()).clear();
    return cut;
  }

  /// Everything.
  List<Piece> pieces() {
    return since(0);
  }

  StringBuilder words() {
    return words;
  }

  private void flush() {
    if (!html.isEmpty()) {
      pieces.add(new Piece.Html(html.toString()));
      html.setLength(0);
    }
  }
}
