package dev.assay.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The fonts of a site's cards: its own, then those that travel with the program.
public final class CardFonts {
  /// Those of the program alone.
  public static final CardFonts SHIPPED = new CardFonts(List.of(), "");

  private static final String KOREAN = "korean";
  private static final int FIRST_SYLLABLE = 0xac00;
  private static final int LAST_SYLLABLE = 0xd7a3;

  /// The parts in which the shipped font lies, those that are asked most first; numbered ones hold signs, Greek, kana and Han.
  private static final List<String> PARTS =
      Stream.concat(
              Stream.of("latin", "latin-ext", "vietnamese", "cyrillic"),
              Stream.concat(IntStream.rangeClosed(98, 112).mapToObj(Integer::toString), Stream.of("95", KOREAN)))
          .toList();

  private static final Map<String, OutlineFont> OPENED = new ConcurrentHashMap<>();

  private final List<OutlineFont> own;
  private final String name;

  private CardFonts(List<OutlineFont> own, String name) {
    this.own = List.copyOf(own);
    this.name = name;
  }

  /// A font that was read, or why it could not be.
  public sealed interface Opened {}

  /// @param font with those of the program behind it
  public record Usable(CardFonts font) implements Opened {}

  /// @param why continues a sentence whose subject is the font
  public record Faulty(String why) implements Opened {}

  /// These and, asked before those of the program, a font of the site.
  ///
  /// @param file its bytes: TrueType outlines, as they are or packed as WOFF
  public Opened and(byte[] file, String digest) {
    try {
      List<OutlineFont> all = new ArrayList<>(own);
      all.add(OutlineFont.of(file));
      return new Usable(new CardFonts(all, name + " " + digest));
    } catch (FontFaultException e) {
      return new Faulty(String.valueOf(e.getMessage()));
    }
  }

  /// Names the fonts of the site.
  public String name() {
    return name;
  }

  /// The first letter of a card that cannot be drawn; absent when all of it can.
  public Optional<String> missing(Card card) {
    return card.texts().stream()
        .filter(text -> !isUsual(text))
        .flatMap(text -> Letters.drawn(text).codePoints().boxed())
        .filter(letter -> letter != ' ' && !has(letter))
        .findFirst()
        .map(Character::toString);
  }

  /// English and Korean, which the program's own font has whole: known without looking, since a site of thousands of notes asks in
  /// every build. A test holds it to that.
  private static boolean isUsual(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c <= '~';
      if (!ascii && (c < FIRST_SYLLABLE || c > LAST_SYLLABLE)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(int letter) {
    if (!Letters.isSideBySide(letter)) {
      return false;
    }
    // Known without opening 860 kB; a test holds it to that.
    if (own.isEmpty() && letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE) {
      return true;
    }
    return font(letter).isPresent();
  }

  /// The font that draws a letter.
  Optional<OutlineFont> font(int letter) {
    for (OutlineFont font : own) {
      if (has(font, letter)) {
        return Optional.of(font);
      }
    }
    boolean syllable = letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE;
    List<String> parts = syllable ? List.of(KOREAN) : PARTS;
    return parts.stream().map(CardFonts::part).filter(font -> has(font, letter)).findFirst();
  }

  private static boolean has(OutlineFont font, int letter) {
    try {
      return font.has(letter);
    } catch (FontFaultException _) {
      // A font that says nothing readable of a letter does not have it.
      return false;
    }
  }

  private static OutlineFont part(String name) {
    return OPENED.computeIfAbsent(name, CardFonts::open);
  }

  private static OutlineFont open(String name) {
    try (InputStream in = CardFonts.class.getResourceAsStream("noto-sans-kr-" + name + "-600-normal.woff")) {
      if (in == null) {
        throw new IllegalStateException("the font part '" + name + "' is missing from the program");
      }
      return OutlineFont.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFaultException e) {
      throw new IllegalStateException("the font part '" + name + "' " + e.getMessage(), e);
    }
  }

  /// How wide a text is, in ems.
  double width(String text) {
    return Arrays.stream(text.codePoints().toArray()).mapToDouble(this::width).sum();
  }

  private double width(int letter) {
    Optional<OutlineFont> font = font(letter);
    try {
      return font.isPresent() ? font.get().width(letter) : 0;
    } catch (FontFaultException _) {
      // Such a letter is not drawn either.
      return 0;
    }
  }

  /// The outlines of a text.
  ///
  /// @param x where it begins
  /// @param y the line on which letters stand
  Shape outlines(String text, double x, double y, double size) {
    Shape shape = new Shape();
    double pen = x;
    for (int letter : text.codePoints().toArray()) {
      Optional<OutlineFont> font = font(letter);
      if (font.isPresent()) {
        pen = drawn(font.get(), letter, pen, y, size, shape);
      }
    }
    return shape;
  }

  private double drawn(OutlineFont font, int letter, double pen, double y, double size, Shape shape) {
    try {
      font.draw(letter, pen, y, size, shape);
      return pen + font.width(letter) * size;
    } catch (FontFaultException _) {
      // A damaged outline leaves a gap, not a card with half a letter on it.
      return pen + size / 2;
    }
  }
}
