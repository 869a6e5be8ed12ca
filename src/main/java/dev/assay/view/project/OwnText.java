package dev.assay.view.project;

import dev.assay.note.Piece;
import dev.assay.note.SpokenNames;
import dev.assay.view.BodyText;
import java.util.ArrayList;
import java.util.List;

/// A body's own markup, apart from what fills its holes. Between every two holes lies a stretch of it, which may be empty.
///
/// [Bodies] notes where each stretch comes to lie while it fills a body. When later only the markup between the holes of a
/// note is another, its page is the old one with other stretches.
public final class OwnText {
  private final List<BodyText.Stretch> stretches = new ArrayList<>();
  private int begun;

  OwnText() {}

  /// A stretch begins behind so many characters of the part that is being written.
  void begin(int at) {
    begun = at;
  }

  /// It ends.
  ///
  /// @param part which part is being written
  void end(int part, int at) {
    stretches.add(new BodyText.Stretch(part, begun, at - begun));
  }

  List<BodyText.Stretch> stretches() {
    return stretches;
  }

  /// What a body is made of.
  ///
  /// @param stretches its own markup before each hole, and behind the last
  /// @param holes     what it leaves open, in order
  public record Parted(List<String> stretches, List<Piece> holes) {
    public Parted {
      stretches = List.copyOf(stretches);
      holes = List.copyOf(holes);
    }
  }

  /// Parts a body as its page prints it.
  ///
  /// @param names the entities to whose pages the first mentions are linked
  public static Parted part(List<Piece> pieces, SpokenNames names) {
    EntityMentions.Pass pass = new EntityMentions.Pass(names);
    List<String> stretches = new ArrayList<>();
    List<Piece> holes = new ArrayList<>();
    StringBuilder html = new StringBuilder();
    for (Piece piece : unfolded(pieces)) {
      switch (piece) {
        case Piece.Html(String text) -> html.append(pass.link(text));
        case Piece.Drawn(String page, _) -> html.append(page);
        case Piece hole -> {
          stretches.add(html.toString());
          html.setLength(0);
          holes.add(hole);
        }
      }
    }
    stretches.add(html.toString());
    return new Parted(stretches, holes);
  }

  /// True for markup that is the note's own.
  static boolean isOwn(Piece piece) {
    return piece instanceof Piece.Html || piece instanceof Piece.Drawn;
  }

  /// Some pieces with their notes for the margin, and what shortcodes print, among them.
  static List<Piece> unfolded(List<Piece> pieces) {
    if (pieces.stream().noneMatch(piece -> piece instanceof Piece.Margin || piece instanceof Piece.Printed)) {
      return pieces;
    }
    List<Piece> unfolded = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Margin(int number, List<Piece> inside)) {
        unfolded.add(new Piece.Html("<small class=\"sidenote\"><sup>" + number + "</sup> "));
        unfolded.addAll(unfolded(inside));
        unfolded.add(new Piece.Html("</small>"));
      } else if (piece instanceof Piece.Printed(List<Piece> page, _)) {
        unfolded.addAll(unfolded(page));
      } else {
        unfolded.add(piece);
      }
    }
    return unfolded;
  }
}
