package dev.assay.markdown;

import dev.assay.note.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Puts the texts of footnotes beside their marks, for the margin of a wide page.
///
/// Only what is one paragraph goes there, and not from within a table, a heading or a caption, where there is no margin. When
/// all do, the list at the end says so by its class, and a wide page need not show it.
final class Margins {
  private static final Pattern ID = Pattern.compile(" id=\"");
  private static final List<String> WITHOUT = List.of("table", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "aside", "blockquote", "summary");
  private static final String FIRST = "thfabs";
  private static final String LIST = "<section class=\"footnotes\"";

  private Margins() {}

  static List<Piece> filled(List<Piece> pieces, Map<Integer, List<Piece>> texts) {
    if (pieces.stream().noneMatch(Piece.Margin.class::isInstance)) {
      return pieces;
    }
    List<Piece> filled = new ArrayList<>(pieces.size());
    int inside = 0;
    boolean all = true;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Margin(int number, List<Piece> _) -> {
          List<Piece> text = texts.getOrDefault(number, List.of());
          boolean fits = inside == 0 && !text.isEmpty() && text.stream().allMatch(Margins::canStandTwice);
          all &= fits;
          if (fits) {
            filled.add(new Piece.Margin(number, text));
          }
        }
        case Piece.Html(String html) when html.startsWith(LIST) || html.contains("\n" + LIST) -> {
          filled.add(new Piece.Html(all ? html.replace(LIST, "<section class=\"footnotes in-margin\"") : html));
        }
        case Piece.Html(String html) -> {
          inside += opened(html);
          filled.add(piece);
        }
        case Piece.Printed(List<Piece> page, _) -> {
          // What a shortcode prints stands as it is: a mark in it has its text in the list only.
          all &= !marks(page);
          inside += opened(page);
          filled.add(piece);
        }
        case Piece.Drawn _, Piece.Picture _, Piece.Target _, Piece.LinkTitle _, Piece.Permalink _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _,
            Piece.TableRows _, Piece.CheckpointEnd _, Piece.DirectiveBlock _, Piece.RoleText _, Piece.Word _ -> filled.add(piece);
      }
    }
    return filled;
  }

  private static boolean marks(List<Piece> pieces) {
    return pieces.stream().anyMatch(piece -> piece instanceof Piece.Margin || (piece instanceof Piece.Printed(List<Piece> page, _) && marks(page)));
  }

  private static int opened(List<Piece> pieces) {
    int opened = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Html(String html)) {
        opened += opened(html);
      } else if (piece instanceof Piece.Printed(List<Piece> page, _)) {
        opened += opened(page);
      }
    }
    return opened;
  }

  /// How many elements without a margin some markup opens, less those that it closes.
  private static int opened(String html) {
    int opened = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      boolean closes = html.startsWith("/", at + 1);
      int name = closes ? at + 2 : at + 1;
      if (hasNoMargin(html, name)) {
        opened += closes ? -1 : 1;
      }
    }
    return opened;
  }

  /// True for the elements of [#WITHOUT]. Most elements are told from them by their first letter.
  private static boolean hasNoMargin(String html, int name) {
    if (name >= html.length() || FIRST.indexOf(html.charAt(name)) < 0) {
      return false;
    }
    for (String each : WITHOUT) {
      if (isNamed(html, name, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String html, int at, String name) {
    int end = at + name.length();
    return html.startsWith(name, at) && end < html.length() && (html.charAt(end) == ' ' || html.charAt(end) == '>');
  }

  private static boolean canStandTwice(Piece piece) {
    return switch (piece) {
      case Piece.Html(String html) -> !ID.matcher(html).find();
      case Piece.Printed(List<Piece> page, _) -> page.stream().allMatch(Margins::canStandTwice);
      case Piece.Picture picture -> !ID.matcher(picture.attributes()).find();
      case Piece.Drawn _, Piece.Target _, Piece.LinkTitle _, Piece.RoleText _, Piece.Word _ -> true;
      case Piece.Margin _, Piece.Permalink _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _, Piece.TableRows _,
          Piece.CheckpointEnd _, Piece.DirectiveBlock _ -> false;
    };
  }
}
