package dev.assay.feed;

import dev.assay.note.Piece;
import java.util.List;

/// Fills the holes of some pieces.
///
/// A claim's tag waits for the text it belongs to: where a claim is a block that begins with a paragraph, the tag goes
/// inside, since it would else stand on a line of its own.
final class Filling {
  private final FeedHoles holes;
  private final StringBuilder html = new StringBuilder(1 << 12);
  private boolean claimBegins;
  private String tag = "";

  private Filling(FeedHoles holes) {
    this.holes = holes;
  }

  static String of(List<Piece> pieces, FeedHoles holes) {
    Filling filling = new Filling(holes);
    pieces.forEach(filling::add);
    filling.placeTag();
    return filling.html.toString();
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Html(String text) -> markup(text);
      case Piece.Drawn(_, String plain) -> markup(plain);
      case Piece.Printed(_, List<Piece> plain) -> plain.forEach(this::add);
      case Piece.Target(int link) -> html.append(Markup.attribute(holes.target(link)));
      case Piece.Picture picture -> markup(picture.element(holes.target(picture.link()), holes.size(picture)));
      case Piece.LinkTitle(int link) -> words(holes.linkTitle(link));
      case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimReasons _ -> {}
      case Piece.ClaimAttributes(int claim) -> id(holes.claimAnchor(claim));
      case Piece.ClaimTag(int claim) -> {
        claimBegins = true;
        tag = holes.claimTag(claim);
      }
      case Piece.ClaimEnd _ -> placeTag();
      case Piece.DirectiveBlock(int directive) -> {
        placeTag();
        html.append(holes.directive(directive));
      }
      case Piece.RoleText(int role) -> words(holes.role(role));
      case Piece.Word(String key) -> html.append(Markup.attribute(holes.word(key)));
    }
  }

  private void markup(String text) {
    if (!claimBegins) {
      html.append(text);
      return;
    }
    String content = text.stripLeading();
    if (content.isEmpty()) {
      return;
    }
    boolean block = content.startsWith("<p>");
    html.append(block ? "<p>" : "");
    placeTag();
    html.append(content, block ? "<p>".length() : 0, content.length());
  }

  private void words(String text) {
    placeTag();
    html.append(Markup.text(text));
  }

  private void placeTag() {
    html.append(tag).append(tag.isEmpty() ? "" : " ");
    tag = "";
    claimBegins = false;
  }

  private void id(String anchor) {
    if (!anchor.isEmpty()) {
      html.append(" id=\"").append(Markup.attribute(anchor)).append('"');
    }
  }
}
