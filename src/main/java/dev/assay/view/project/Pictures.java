package dev.assay.view.project;

import dev.assay.asset.ImageFormat;
import dev.assay.asset.Offer;
import dev.assay.note.Piece;
import dev.assay.note.SitePath;
import dev.assay.view.PictureView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What pages offer of the pictures that they show.
///
/// @param offers by the address of the picture; those that nothing is known of are not in it
/// @param sizes  how wide the column of a text is
public record Pictures(Map<SitePath, Offer> offers, String sizes) {
  /// Nothing is known of any picture.
  public static final Pictures NONE = new Pictures(Map.of(), "");

  /// About how many points wide the column is: what is narrower is shown as it is.
  private static final int COLUMN = 592;

  private static final Pattern WIDTH = Pattern.compile(" width=\"([0-9]{1,5})\"");
  private static final Pattern HEIGHT = Pattern.compile(" height=\"([0-9]{1,5})\"");

  Optional<Offer> of(SitePath address) {
    return Optional.ofNullable(offers.get(address));
  }

  /// The address that stands for a picture wherever there is room for one only.
  SitePath plain(SitePath address) {
    return of(address).flatMap(Offer::plain).map(Offer.Choice::address).orElse(address);
  }

  /// The bytes of the file behind [#plain].
  Optional<Long> bytes(SitePath address) {
    return of(address).map(offer -> offer.plain().map(Offer.Choice::bytes).orElse(offer.bytes()));
  }

  /// A picture as a template shows it.
  PictureView view(SitePath address, Base base) {
    Optional<Offer> offer = of(address);
    if (offer.isEmpty()) {
      return new PictureView(base.href(address), "", "", "", 0, 0);
    }
    String src = base.href(plain(address));
    Offer found = offer.get();
    // A form of another kind than the picture itself must say so, or a browser that does not know it would take it.
    boolean other = ImageFormat.ofName(src).filter(format -> format == found.format()).isEmpty();
    return new PictureView(
        src, found.set().isEmpty() || !other ? "" : found.format().type(), set(found.set(), base), found.set().isEmpty() ? "" : sizes(found.width()),
        found.width(), found.height());
  }

  private static String set(List<Offer.Choice> set, Base base) {
    return String.join(", ", set.stream().map(choice -> base.href(choice.address()).replace(",", "%2C") + " " + choice.width() + "w").toList());
  }

  private String sizes(int width) {
    return width < COLUMN ? "(max-width: " + width + "px) 92vw, " + width + "px" : sizes;
  }

  /// The element of a picture in a text.
  ///
  /// @param view  of it
  /// @param first whether a reader sees it before scrolling: then it is loaded at once
  static String element(Piece.Picture picture, PictureView view, boolean first) {
    StringBuilder more = new StringBuilder();
    boolean wide = WIDTH.matcher(picture.attributes()).find();
    String size = size(picture, view.width(), view.height());
    String sizes = wide ? shown(picture) : view.sizes();
    if (!view.set().isEmpty() && view.type().isEmpty()) {
      choice(view.set(), sizes, more);
    }
    more.append(size).append(first ? "" : " loading=\"lazy\"").append(view.width() > 0 && !first ? " decoding=\"async\"" : "");
    String element = picture.element(view.src(), more.toString());
    if (view.type().isEmpty()) {
      return element;
    }
    StringBuilder whole = new StringBuilder("<picture><source type=\"").append(view.type()).append('"');
    choice(view.set(), sizes, whole);
    return whole.append('>').append(element).append("</picture>").toString();
  }

  private static String shown(Piece.Picture picture) {
    Matcher width = WIDTH.matcher(picture.attributes());
    return width.find() ? "(max-width: " + width.group(1) + "px) 92vw, " + width.group(1) + "px" : "";
  }

  private static void choice(String set, String sizes, StringBuilder out) {
    out.append(" srcset=\"");
    Html.attribute(set, out);
    out.append("\" sizes=\"");
    Html.attribute(sizes, out);
    out.append('"');
  }

  /// The size of a picture as attributes: what its writer left open of it.
  static String size(Piece.Picture picture, int width, int height) {
    if (width < 1 || height < 1) {
      return "";
    }
    Matcher wide = WIDTH.matcher(picture.attributes());
    Matcher high = HEIGHT.matcher(picture.attributes());
    boolean hasWidth = wide.find();
    boolean hasHeight = high.find();
    if (hasWidth && hasHeight) {
      return "";
    }
    if (hasWidth) {
      return " height=\"" + scaled(Integer.parseInt(wide.group(1)), height, width) + "\"";
    }
    return hasHeight
        ? " width=\"" + scaled(Integer.parseInt(high.group(1)), width, height) + "\""
        : " width=\"" + width + "\" height=\"" + height + "\"";
  }

  private static long scaled(int length, int to, int from) {
    return Math.max(1, Math.round((double) length * to / from));
  }
}
