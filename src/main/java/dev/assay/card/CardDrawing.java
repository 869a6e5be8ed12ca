package dev.assay.card;

import java.util.List;
import java.util.regex.Pattern;

/// Draws cards: the name of the site, the title as large as it has room, the day, and below the claims of each kind as a bar
/// and as signs with their numbers. The colours are the theme's by day.
public final class CardDrawing {
  public static final int WIDTH = 1200;
  public static final int HEIGHT = 630;

  /// Goes up whenever cards come out otherwise: their addresses are made with it.
  public static final int VERSION = 1;

  private static final int PAPER = 0xfcfbf8;
  private static final int INK = 0;
  private static final int SOFT = 1;
  private static final int LINE = 2;
  private static final int[] INKS = {0x1b1e22, 0x4b4f56, 0xddd9ce, 0x07574f, 0x3b379c, 0x774000, 0x4d525a};

  private static final double EDGE = 76;
  private static final double ROOM = WIDTH - 2 * EDGE;
  private static final double NAME_BASE = 104;
  private static final double TITLE_TOP = 152;
  private static final double TITLE_ROOM = 280;
  private static final double TITLE_ROOM_ALONE = 345;
  private static final double BAR_TOP = 526;
  private static final double BAR_HEIGHT = 16;
  private static final double COUNTS_BASE = 584;

  /// Where a number begins or ends.
  private static final Pattern PARTS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

  private final CardFonts fonts;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT, PAPER, INKS);

  private CardDrawing(CardFonts fonts) {
    this.fonts = fonts;
  }

  /// A card as PNG.
  ///
  /// @param fonts those that have all of its letters: see [CardFonts#missing]
  public static byte[] png(Card card, CardFonts fonts) {
    CardDrawing drawing = new CardDrawing(fonts);
    drawing.draw(card);
    return drawing.canvas.png();
  }

  private void draw(Card card) {
    String site = Letters.drawn(card.site());
    String title = Letters.drawn(card.title());
    String line = Letters.drawn(card.line());
    mark(EDGE + 12, NAME_BASE - 10, 24);
    boolean ofSite = title.isEmpty();
    if (!ofSite) {
      double size = 28;
      String name = new Lines(fonts).in(site, ROOM - 150, size * 1.3, 1.2, size).lines().getFirst();
      text(name, EDGE + 146, NAME_BASE, size, SOFT);
    }
    double room = card.counts().isEmpty() ? TITLE_ROOM_ALONE : TITLE_ROOM;
    Lines.Set set = new Lines(fonts).in(ofSite ? site : title, ROOM, room, 1.2, 84, 76, 68, 60, 54, 48, 42);
    double base = TITLE_TOP + set.size() * 0.98;
    for (String each : set.lines()) {
      text(each, EDGE, base, set.size(), INK);
      base += set.size() * 1.2;
    }
    base += 48 - set.size() * 0.98 + 14;
    double left = (card.counts().isEmpty() ? HEIGHT - 60 : BAR_TOP - 16) - base + 28;
    for (String each : line.isEmpty() ? List.<String>of() : new Lines(fonts).in(line, ROOM, Math.max(40, Math.min(left, 120)), 1.32, 28).lines()) {
      text(each, EDGE, base, 28, SOFT);
      base += 28 * 1.32;
    }
    bar(card.counts());
    counts(card.counts());
  }

  private void text(String text, double x, double y, double size, int ink) {
    canvas.fill(fonts.outlines(text, x, y, size), ink);
  }

  /// The four signs in a row: the mark of the program.
  private void mark(double x, double y, double size) {
    int step = 0;
    for (Card.Sign sign : Card.Sign.values()) {
      sign(sign, x + step++ * size * 1.35, y, size, sign.ink());
    }
  }

  private void sign(Card.Sign sign, double x, double y, double size, int ink) {
    double radius = size / 2;
    double thick = size / 8;
    if (sign == Card.Sign.FULL) {
      canvas.fill(Shape.disc(x, y, radius, 0, 360), ink);
      return;
    }
    canvas.fill(Shape.ring(x, y, radius, thick), ink);
    if (sign == Card.Sign.HALF) {
      canvas.fill(Shape.disc(x, y, radius, 180, 360), ink);
    }
    if (sign == Card.Sign.BARRED) {
      double reach = (radius - thick / 2) * 0.7071;
      canvas.fill(Shape.stroke(x - reach, y + reach, x + reach, y - reach, thick), ink);
    }
  }

  /// As much of the bar for each kind as it has of the claims, filled as its sign is.
  private void bar(List<Card.Count> counts) {
    int total = counts.stream().mapToInt(Card.Count::number).sum();
    double gap = 6;
    double least = 14;
    double room = ROOM - (counts.size() - 1) * gap - counts.size() * least;
    double x = EDGE;
    for (Card.Count count : counts) {
      double wide = least + room * count.number() / total;
      part(count.sign(), x, wide);
      x += wide + gap;
    }
  }

  private void part(Card.Sign sign, double x, double wide) {
    int ink = sign.ink();
    if (sign == Card.Sign.FULL) {
      canvas.fill(Shape.box(x, BAR_TOP, wide, BAR_HEIGHT), ink);
      return;
    }
    double thick = 2;
    canvas.fill(Shape.box(x, BAR_TOP, wide, thick), ink);
    canvas.fill(Shape.box(x, BAR_TOP + BAR_HEIGHT - thick, wide, thick), ink);
    canvas.fill(Shape.box(x, BAR_TOP, thick, BAR_HEIGHT), ink);
    canvas.fill(Shape.box(x + wide - thick, BAR_TOP, thick, BAR_HEIGHT), ink);
    if (sign == Card.Sign.HALF) {
      canvas.fill(Shape.box(x, BAR_TOP + BAR_HEIGHT / 2, wide, BAR_HEIGHT / 2), ink);
    }
    if (sign == Card.Sign.BARRED) {
      for (double at = x + 2; at + BAR_HEIGHT < x + wide; at += 14) {
        canvas.fill(Shape.stroke(at, BAR_TOP + BAR_HEIGHT - 1, at + BAR_HEIGHT - 2, BAR_TOP + 1, thick), ink);
      }
    }
  }

  private void counts(List<Card.Count> counts) {
    double wide = counts.stream().mapToDouble(count -> fonts.width(Letters.drawn(count.words())) + 2.8).sum();
    double size = Math.min(28, ROOM / wide);
    double x = EDGE;
    for (Card.Count count : counts) {
      sign(count.sign(), x + size * 0.46, COUNTS_BASE - 10, size * 0.93, count.sign().ink());
      x += size * 1.36;
      for (String part : PARTS.splitAsStream(Letters.drawn(count.words())).toList()) {
        text(part, x, COUNTS_BASE, size, Character.isDigit(part.codePointAt(0)) ? INK : SOFT);
        x += fonts.width(part) * size;
      }
      x += size * 1.44;
    }
    if (counts.isEmpty()) {
      canvas.fill(Shape.box(EDGE, HEIGHT - 46, ROOM, 2), LINE);
    }
  }
}
