package dev.assay.search;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Heading;
import dev.assay.note.Note;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Takes the text of a note apart by its headings and claims.
public final class NoteText {
  /// No passage is longer, in characters: a text without headings is cut somewhere.
  private static final int LONGEST = 6_000;

  private final Note note;
  private final List<Section> sections = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();
  private final Deque<Integer> claims = new ArrayDeque<>();
  private String anchor = "";
  private String heading = "";

  private NoteText(Note note) {
    this.note = note;
  }

  /// The sections of a note, in order. What a directive shows is no text of the note's.
  ///
  /// @param roles  the text of a figure in a sentence, by the role's index
  /// @param titles the title that a link without words takes, by the link's index
  public static List<Section> of(Note note, IntFunction<String> roles, IntFunction<String> titles) {
    NoteText text = new NoteText(note);
    note.body().pieces().forEach(piece -> text.add(piece, roles, titles));
    text.endOfSection();
    return List.copyOf(text.sections);
  }

  private void add(Piece piece, IntFunction<String> roles, IntFunction<String> titles) {
    switch (piece) {
      case Piece.Html(String text) -> html.append(text);
      case Piece.Drawn(_, String plain) -> html.append(plain);
      case Piece.Printed(_, List<Piece> plain) -> plain.forEach(part -> add(part, roles, titles));
      case Piece.RoleText(int role) -> role(roles.apply(role));
      case Piece.LinkTitle(int link) -> escape(titles.apply(link));
      case Piece.Picture picture -> escape(picture.alt());
      case Piece.Permalink(int index) -> heading(note.headings().get(index));
      case Piece.ClaimAttributes(int claim) -> {
        // Its host's tag is open: what stands before it belongs to what came before.
        String open = cut('<');
        endOfPassage();
        html.append(open);
        claims.push(claim);
      }
      case Piece.ClaimEnd(int claim) -> {
        endOfPassage();
        claims.remove(claim);
      }
      case Piece.DirectiveBlock _ -> html.append(' ');
      case Piece.Margin _, Piece.Word _, Piece.Target _, Piece.ClaimTag _, Piece.ClaimReasons _, Piece.CheckpointEnd _, Piece.TableRows _ -> {}
    }
  }

  /// A citation that is listed elsewhere takes the space before it along.
  private void role(String text) {
    if (text.isEmpty() && !html.isEmpty() && " \n".indexOf(html.charAt(html.length() - 1)) >= 0) {
      html.setLength(html.length() - 1);
    }
    escape(text);
  }

  private void escape(String text) {
    html.append(text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  /// A heading's sign stands behind its words, so they have been read already.
  private void heading(Heading found) {
    int at = html.lastIndexOf("<h" + found.level());
    if (at >= 0) {
      html.setLength(at);
    }
    endOfSection();
    anchor = found.id();
    heading = composed(found.text());
  }

  private String cut(char from) {
    int at = html.lastIndexOf(Character.toString(from));
    String rest = at < 0 ? "" : html.substring(at);
    html.setLength(at < 0 ? html.length() : at);
    return rest;
  }

  private void endOfPassage() {
    String text = composed(PlainText.of(html.toString()));
    html.setLength(0);
    Optional<Passage.OfClaim> claim = Optional.ofNullable(claims.peek()).map(this::claim);
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from);
      passages.add(new Passage(text.substring(from, to).strip(), claim));
      from = to;
    }
  }

  private Passage.OfClaim claim(int index) {
    ClaimDraft draft = note.claims().get(index);
    return new Passage.OfClaim(index, draft.kind(), draft.anchor());
  }

  private static int end(String text, int from) {
    int most = from + LONGEST;
    if (most >= text.length()) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', most);
    if (space > from) {
      return space;
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }

  private void endOfSection() {
    endOfPassage();
    if (!passages.isEmpty() || !heading.isEmpty()) {
      sections.add(new Section(anchor, heading, passages));
    }
    passages.clear();
  }

  /// One form for characters that can be written in several.
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
