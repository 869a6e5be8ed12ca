package dev.assay.asset;

import dev.assay.testing.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A drawing that was cleaned is XML, runs nothing, loads nothing from elsewhere, and is as clean as it gets.
public final class SvgFuzz implements FuzzTarget {
  private static final Set<String> RUN = Set.of("script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "html", "body", "link", "audio", "video");
  private static final Pattern ADDRESS = Pattern.compile("url\\s*\\(\\s*['\"]?\\s*([^)'\"]*)", Pattern.CASE_INSENSITIVE);
  private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

  private static final List<String> TOKENS =
      List.of(
          OPEN, "</svg>", "<g>", "</g>", "<g id=\"a\">", "<rect ", "<rect/>", "<path d=\"M0 0\"/>", "<text>", "</text>", "<use href=\"#a\"/>", "<use xlink:href=\"x.svg#a\"/>", "<image href=\"data:image/png;base64,AA==\"/>", "<image href=\"https://e.org/x.png\"/>",
          "<a href=\"https://e.org\">", "<a href=\"javascript:x\">", "<a xlink:href=\"#a\" href=\"java&#10;script:x\">", "</a>", "<script>x</script>", "<script/>", "<style>", "</style>", "@import 'x';", "a{fill:url(#b)}", "url(https://e.org)", "url(#a)", "u\\72l(x)", "/*", "*/",
          "<foreignObject>", "</foreignObject>", "<animate attributeName=\"x\" dur=\"1s\"/>", "<set attributeName=\"href\" to=\"javascript:x\"/>", "<animate attributeName=\" href \" values=\"x\"/>", " onclick=\"x\"", " style=\"fill:red\"", " style=\"fill:url(//e.org)\"", " fill=\"url(#a)\"",
          " fill=\"url(//e.org)\"", " id=\"a\"", " width=\"9px\"", " xml:space=\"preserve\"", " xmlns:s=\"http://www.w3.org/2000/svg\"", "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">", "</s:script>", "<h:p xmlns:h=\"http://www.w3.org/1999/xhtml\">", "</h:p>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>",
          "<?xml-stylesheet href=\"x\"?>", "<!DOCTYPE svg [<!ENTITY e \"<script>x</script>\">]>", "<!ENTITY ", "&e;", "&lt;", "&#x6A;", "\"", "'", ">", "/>", "=", "x", " ", "\n", "\u2028", "\ufeff", "{", "}", ";", ":", "\\", "(", ")", "#", "data:", "javascript:", "expression(", "behavior:", "-moz-binding:", "<metadata>", "</metadata>", "<title>t</title>");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    all.add(FuzzTarget.seed(0, "<?xml version=\"1.0\"?>" + OPEN + "<title>t</title><style>a{fill:url(#b)} @import 'x';</style><g id=\"a\" style=\"fill:red\"><rect width=\"9px\" onclick=\"x\" fill=\"url(#a)\"/></g><use href=\"#a\"/></svg>"));
    all.add(FuzzTarget.seed(0, OPEN + "<a xlink:href=\"https://e.org\"><text>x &amp; y</text></a><script>x</script><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject><image href=\"data:image/png;base64,AA==\"/></svg>"));
    all.add(FuzzTarget.seed(0, "<!DOCTYPE svg [<!ENTITY e \"<rect/>\">]><svg width=\"9\" height=\"9\">&e;<animate attributeName=\"x\" dur=\"1s\"/><set attributeName=\"href\" to=\"javascript:x\"/></svg>"));
    all.add(FuzzTarget.seed(0, "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g id=\"a\"><s:use href=\"#b\"/></s:g><s:g id=\"b\"><s:use href=\"#a\"/></s:g></s:svg>"));
    all.add(FuzzTarget.seed(0x80, new byte[] {0, 4, 9, 8, 60, 9, 3, 1}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    byte[] file = data[0] >= 0 ? FuzzTarget.rest(data) : FuzzTarget.text(data, TOKENS).getBytes(StandardCharsets.UTF_8);
    String input = new String(file, StandardCharsets.UTF_8);
    SvgSize.of(file);
    SvgCleaner.Cleaned cleaned = SvgCleaner.clean(file);
    cleaned.told().forEach(told -> FuzzTarget.require(told.line() >= 1 && told.what().indexOf('\n') < 0, input, "not one line: " + told));
    byte[] svg = cleaned.svg();
    if (new String(svg, StandardCharsets.UTF_8).isBlank()) {
      return;
    }
    judge(input, svg);
    FuzzTarget.require(Arrays.equals(SvgCleaner.clean(svg).svg(), svg), input, "cleaned twice it is another file: " + new String(svg, StandardCharsets.UTF_8) + " then " + new String(SvgCleaner.clean(svg).svg(), StandardCharsets.UTF_8));
  }

  private static void judge(String input, byte[] svg) {
    String shown = new String(svg, StandardCharsets.UTF_8);
    try {
      XMLStreamReader reader = SvgReading.open(svg);
      boolean style = false;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            style = reader.getLocalName().equals("style");
            FuzzTarget.require(!RUN.contains(reader.getLocalName().toLowerCase(Locale.ROOT)) && SvgReading.SVG.equals(reader.getNamespaceURI()), input, "<" + reader.getLocalName() + "> in " + shown);
            for (int i = 0; i < reader.getAttributeCount(); i++) {
              attribute(input, reader.getLocalName(), reader.getAttributeLocalName(i), reader.getAttributeValue(i), shown);
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (style) {
              loadsNothing(input, reader.getText(), shown);
              FuzzTarget.require(!reader.getText().toLowerCase(Locale.ROOT).contains("@import"), input, "@import in " + shown);
            }
          }
          case XMLStreamConstants.END_ELEMENT -> style = false;
          default -> {}
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw new AssertionError("no XML any more: " + shown + " from: " + input, e);
    }
  }

  private static void attribute(String input, String element, String name, String value, String shown) {
    FuzzTarget.require(!name.toLowerCase(Locale.ROOT).startsWith("on"), input, name + " in " + shown);
    if (!name.equals("href")) { // `url(…)` in an address is a part of it
      loadsNothing(input, value, shown);
    } else {
      String address = value.replaceAll("[\\s\\p{Cntrl}\\p{Z}\\p{Cf}]", "").toLowerCase(Locale.ROOT);
      boolean link = element.equals("a") && !address.matches("(?s)(javascript|vbscript|data|file|blob):.*");
      boolean picture = (element.equals("image") || element.equals("feImage")) && address.matches("(?s)data:image/(png|jpe?g|gif|webp|avif);base64,.*");
      FuzzTarget.require(address.startsWith("#") || link || picture, input, "leads to " + value + ": " + shown);
    }
    boolean moves = (element.equals("animate") || element.equals("set")) && name.equals("attributeName");
    FuzzTarget.require(!moves || !value.strip().toLowerCase(Locale.ROOT).matches("(xlink:)?href|style|on.*|class|id|target"), input, "moves " + value + ": " + shown);
  }

  private static void loadsNothing(String input, String value, String shown) {
    Matcher address = ADDRESS.matcher(value);
    while (address.find()) {
      FuzzTarget.require(address.group(1).startsWith("#") || address.group(1).toLowerCase(Locale.ROOT).startsWith("data:image/") || address.group(1).isBlank(), input, "loads " + address.group(1) + ": " + shown);
    }
  }
}
