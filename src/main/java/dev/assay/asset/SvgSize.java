package dev.assay.asset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// How large a drawing wants to be.
final class SvgSize {
  /// A drawing that says no size of its own fills the text's column, which is about this wide.
  private static final int COLUMN = 592;

  private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]{0,6}(?:\\.[0-9]{1,10})?)(px|pt|pc|in|cm|mm|)\\s*");
  private static final Pattern BOX =
      Pattern.compile("\\s*[-+0-9.eE]+[\\s,]+[-+0-9.eE]+[\\s,]+([0-9]{0,9}\\.?[0-9]{0,10})[\\s,]+([0-9]{0,9}\\.?[0-9]{0,10})\\s*");

  private SvgSize() {}

  static Looked of(byte[] file) {
    try {
      XMLStreamReader reader = SvgReading.open(file);
      // The root comes behind remarks and definitions.
      int event = reader.next();
      while (event != XMLStreamConstants.START_ELEMENT) {
        event = reader.next();
      }
      return found(length(reader.getAttributeValue(null, "width")), length(reader.getAttributeValue(null, "height")), reader.getAttributeValue(null, "viewBox"));
    } catch (XMLStreamException | RuntimeException _) {
      // The reader of XML throws both at what is no XML.
      return new Looked.Faulty("is not well-formed XML, so browsers do not show it", "save it again from the program that drew it");
    }
  }

  private static Looked found(double width, double height, @org.jspecify.annotations.Nullable String viewBox) {
    double boxWidth = 0;
    double boxHeight = 0;
    Matcher box = BOX.matcher(viewBox == null ? "" : viewBox);
    if (box.matches()) {
      boxWidth = number(box.group(1));
      boxHeight = number(box.group(2));
    }
    double ratio = boxWidth > 0 && boxHeight > 0 ? boxHeight / boxWidth : 0.5;
    double shownWidth = width > 0 ? width : height > 0 ? height / ratio : Math.max(boxWidth, COLUMN);
    double shownHeight = height > 0 ? height : shownWidth * ratio;
    return new Looked.Found(new ImageInfo(ImageFormat.SVG, pixels(shownWidth), pixels(shownHeight), 1, false, false));
  }

  private static int pixels(double length) {
    return Math.clamp(Math.round(length), 1, 100_000);
  }

  private static double length(@org.jspecify.annotations.Nullable String written) {
    Matcher length = LENGTH.matcher(written == null ? "" : written);
    if (!length.matches()) {
      return 0;
    }
    double pixels =
        switch (length.group(2)) {
          case "pt" -> 96.0 / 72;
          case "pc" -> 16;
          case "in" -> 96;
          case "cm" -> 96 / 2.54;
          case "mm" -> 96 / 25.4;
          default -> 1;
        };
    return number(length.group(1)) * pixels;
  }

  private static double number(String digits) {
    return digits.isEmpty() || digits.equals(".") ? 0 : Double.parseDouble(digits);
  }
}
