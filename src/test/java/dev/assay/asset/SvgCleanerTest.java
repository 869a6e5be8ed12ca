package dev.assay.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// A published drawing draws, and does nothing else.
class SvgCleanerTest {
  private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

  /// What each drawing tries stands inside of a root, unless it brings its own.
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "<script type=\"text/ecmascript\"><![CDATA[alert(1)]]></script>",
          "<script href=\"https://evil.example/x.js\"/>",
          "<script xlink:href=\"data:text/javascript,alert(1)\"/>",
          "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
          "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
          "<g><defs><script>alert(1)</script></defs></g>",
          "<rect onclick=\"alert(1)\"/>",
          "<rect ONCLICK=\"alert(1)\"/>",
          "<g onload=\"alert(1)\" onbegin=\"alert(2)\"/>",
          "<animate onbegin=\"alert(1)\" attributeName=\"x\" dur=\"1s\"/>",
          "<image onerror=\"alert(1)\" href=\"#x\"/>",
          "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"x\" onerror=\"alert(1)\"/></body></foreignObject>",
          "<foreignObject><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"javascript:alert(1)\"/></foreignObject>",
          "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"https://evil.example/\"/>",
          "<embed xmlns=\"http://www.w3.org/1999/xhtml\" src=\"x.swf\"/>",
          "<a href=\"javascript:alert(1)\"><text>x</text></a>",
          "<a xlink:href=\"javascript:alert(1)\"><text>x</text></a>",
          "<a href=\"JaVaScRiPt:alert(1)\"><text>x</text></a>",
          "<a href=\"java&#x0A;script:alert(1)\"><text>x</text></a>",
          "<a href=\" &#x01;javascript:alert(1)\"><text>x</text></a>",
          "<a href=\"&#106;avascript:alert(1)\"><text>x</text></a>",
          "<a href=\"vbscript:x\"><text>x</text></a>",
          "<a href=\"data:text/html,&lt;script>alert(1)&lt;/script>\"><text>x</text></a>",
          "<a href=\"#ok\" xlink:href=\"javascript:alert(1)\"><text>x</text></a>",
          "<a xlink:href=\"#ok\" href=\"javascript:alert(1)\"><text>x</text></a>",
          "<a id=\"a\"><animate attributeName=\"href\" to=\"javascript:alert(1)\"/><text>x</text></a>",
          "<a><set attributeName=\"xlink:href\" to=\"javascript:alert(1)\"/><text>x</text></a>",
          "<a><animate attributeName=\" href \" values=\"javascript:alert(1)\"/><text>x</text></a>",
          "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
          "<set attributeName=\"style\" to=\"background:url(https://evil.example/)\"/>",
          "<animate to=\"javascript:alert(1)\"/>",
          "<animate attributeName=\"fill\" values=\"url(https://evil.example/x#y)\"/>",
          "<use href=\"https://evil.example/x.svg#y\"/>",
          "<use xlink:href=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+#x\"/>",
          "<use href=\"other.svg#x\"/>",
          "<image href=\"https://evil.example/pixel.png\"/>",
          "<image xlink:href=\"//evil.example/pixel.png\"/>",
          "<image href=\"data:image/svg+xml,%3Csvg onload='alert(1)'%3E\"/>",
          "<filter id=\"f\"><feImage href=\"https://evil.example/x.png\"/></filter>",
          "<pattern href=\"https://evil.example/x.svg#p\"/>",
          "<linearGradient xlink:href=\"https://evil.example/x.svg#p\"/>",
          "<textPath href=\"https://evil.example/#p\">x</textPath>",
          "<rect fill=\"url(https://evil.example/x.svg#p)\"/>",
          "<rect filter=\"url('https://evil.example/x.svg#p')\"/>",
          "<rect fill=\"u\\72l(https://evil.example/x)\"/>",
          "<rect style=\"fill:url(https://evil.example/x)\"/>",
          "<rect style=\"fill:url( &quot;//evil.example/x&quot; )\"/>",
          "<rect style=\"x:expression(alert(1))\"/>",
          "<rect style=\"x:exp/**/ression(alert(1))\"/>",
          "<rect style=\"behavior:url(#default)\"/>",
          "<rect style=\"-moz-binding:url(https://evil.example/x)\"/>",
          "<style>@import 'https://evil.example/x.css';</style>",
          "<style>@\\69mport url(https://evil.example/x.css);</style>",
          "<style>@im/**/port url(https://evil.example/x.css);</style>",
          "<style>rect { fill: url(https://evil.example/x) } a{color:red}</style>",
          "<style><![CDATA[* { background: url(\"https://evil.example/x\") }]]></style>",
          "<style>@font-face { font-family: x; src: url(https://evil.example/x.woff2) }</style>",
          "<style>rect { background-image: image-set(\"https://evil.example/x\" 1x) }</style>",
          "<style>&lt;/style>&lt;script>alert(1)&lt;/script></style>",
          "<?xml-stylesheet href=\"https://evil.example/x.css\"?><rect/>",
          "<rect xml:base=\"https://evil.example/\"/>",
          "<handler xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\">alert(1)</handler>",
          "<listener event=\"load\"/>",
          "<video xmlns=\"http://www.w3.org/1999/xhtml\"><source onerror=\"alert(1)\"/></video>",
          "<audio href=\"https://evil.example/x.mp3\"/>",
          "<tref xlink:href=\"https://evil.example/x\"/>",
          "<desc><script>alert(1)</script></desc>",
          "<title>&lt;/title>&lt;script>alert(1)&lt;/script></title>",
          "<text>&lt;script>alert(1)&lt;/script></text>",
          "<metadata><x:y xmlns:x=\"urn:x\"><script>alert(1)</script></x:y></metadata>",
          "<!-- --><script>alert(1)</script><!-- -->",
          "<rect/><script>alert(1)</scr",
          "<rect/></svg><script>alert(1)</script>",
          "<a href=\"&#x2003;javascript:alert(1)\"><text>x</text></a>",
          "<a href=\"java\u200bscript:alert(1)\"><text>x</text></a>",
          "<animate xmlns:x=\"urn:x\" x:attributeName=\"fill\" attributeName=\"href\" values=\"javascript:alert(1)\"/>",
          "<image><set xmlns:x=\"urn:x\" x:attributeName=\"fill\" attributeName=\"href\" to=\"https://evil.example/t.png\"/></image>",
          "<rect mask='url(\"#/*\"), url(https://evil.example/t.png), url(\"#*/\")'/>",
          "<b:rect xmlns:b=\"http://www.w3.org/2000/svg\" b:onclick=\"alert(1)\" onclick=\"alert(2)\"/>");

  @TestFactory
  Stream<DynamicTest> nothingOfAHostileDrawingRunsOrLoads() {
    return HOSTILE.stream().map(body -> DynamicTest.dynamicTest(body, () -> harmless(OPEN + body + "</svg>")));
  }

  @Test
  void definitionsAndEntitiesBringNothingIn() throws Exception {
    String file =
        """
        <!DOCTYPE svg [
          <!ENTITY x SYSTEM "file:///etc/passwd"> <!ENTITY js "javascript:alert(1)"> <!ENTITY e "<script>alert(1)</script>">
        ]>
        <svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text><a href="&js;"><text>a</text></a>&e;</svg>
        """;
    harmless(file);
    assertFalse(text(file).contains("root:"), text(file));
    harmless("<!DOCTYPE svg SYSTEM \"https://evil.example/x.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>");
  }

  @Test
  void aThousandMillionLaughsAreRefusedAtOnce() {
    StringBuilder file = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      file.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    file.append("]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a11;</text></svg>");
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> harmless(file.toString()));
    assertTrue(text(file.toString()).length() < 1_000_000);
  }

  @Test
  void partsThatDrawEachOtherEndlesslyAreNotDrawn() {
    StringBuilder parts = new StringBuilder("<g id=\"p0\"><rect/></g>");
    for (int i = 1; i < 12; i++) {
      parts.append("<g id=\"p").append(i).append("\">").append(("<use href=\"#p" + (i - 1) + "\"/>").repeat(10)).append("</g>");
    }
    SvgCleaner.Cleaned cleaned = SvgCleaner.clean((OPEN + parts + "</svg>").getBytes(UTF_8));
    assertFalse(new String(cleaned.svg(), UTF_8).contains("<use"));
    assertEquals("its <use> were left out: they draw more than 100000 copies", cleaned.told().getLast().what());
    StringBuilder chain = new StringBuilder("<g id=\"p0\"/>");
    for (int i = 1; i < 20_000; i++) {
      chain.append("<g id=\"p").append(i).append("\"><use href=\"#p").append(i - 1).append("\"/></g>");
    }
    assertFalse(text(OPEN + chain + "</svg>").contains("<use"));
    assertTrue(text(OPEN + "<g id=\"a\"><use href=\"#a\"/></g>" + "<use href=\"#a\"/>".repeat(50) + "</svg>").contains("<use"));
  }

  @Test
  void deepAndBrokenFilesEnd() throws Exception {
    harmless(OPEN + "<g>".repeat(20_000));
    harmless("<svg");
    harmless("");
    harmless(OPEN + "<rect x=\"1\" x=\"2\"/></svg>");
    assertEquals(1, SvgCleaner.clean("<html><script>alert(1)</script></html>".getBytes(UTF_8)).told().size());
  }

  @Test
  void otherEncodingsAreReadAsWhatTheySay() throws Exception {
    byte[] file = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + OPEN + "<text>가</text><script>alert(1)</script></svg>").getBytes(UTF_16);
    String cleaned = new String(SvgCleaner.clean(file).svg(), UTF_8);
    assertTrue(cleaned.contains("가") && !cleaned.contains("alert"), cleaned);
  }

  @Test
  void bytesThatAreNoTextEndTheDrawingWithoutAWordOnTheTerminal() throws Exception {
    PrintStream terminal = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      byte[] file = (OPEN + "<text>a</text>\u00ff</svg>").getBytes(ISO_8859_1);
      assertTrue(new String(SvgCleaner.clean(file).svg(), UTF_8).contains("<text>a</text>"));
      SvgSize.of(file);
    } finally {
      System.setErr(terminal);
    }
    assertEquals("", printed.toString(UTF_8));
    assertTrue(new String(SvgCleaner.clean(("<?xml version='1.0' encoding='ISO-8859-1'?>" + OPEN + "<text>\u00e9</text></svg>").getBytes(ISO_8859_1)).svg(), UTF_8).contains("\u00e9"));
    assertEquals(1, SvgCleaner.clean(("<?xml version='1.0' encoding='none-such'?>" + OPEN + "</svg>").getBytes(UTF_8)).told().size());
  }

  @Test
  void aStyleIsWhatItSaysItself() {
    String cleaned = new String(SvgCleaner.clean((OPEN + "<style>a{}<style>b{}</style>c{}</style></svg>").getBytes(UTF_8)).svg(), UTF_8);
    assertTrue(cleaned.contains("<style>a{}c{}</style>"), cleaned);
  }

  @Test
  void whatDrawsStays() {
    String drawing =
        "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient></defs><style>.a { fill: url(#g); font-family: 'A' }</style>"
            + "<g class=\"a\" transform=\"scale(2)\"><path d=\"M0 0L9 9\" style=\"stroke:red\"/><use href=\"#g\"/><text x=\"1\">a &amp; b<tspan>가</tspan></text></g>"
            + "<a href=\"https://example.org/\"><circle r=\"2\"/></a><image href=\"data:image/png;base64,AAAA\"/>"
            + "<animate attributeName=\"opacity\" values=\"0;1\" dur=\"2s\"/>";
    SvgCleaner.Cleaned cleaned = SvgCleaner.clean((OPEN + drawing + "</svg>").getBytes(UTF_8));
    assertEquals("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + drawing + "</svg>\n", new String(cleaned.svg(), UTF_8));
    assertEquals(List.of(), cleaned.told());
  }

  @Test
  void fontsInTheFileStay() {
    String style = "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,d09GMgAB) format('woff2')}</style>";
    assertTrue(text(OPEN + style + "</svg>").contains("url(data:font/woff2;base64,d09GMgAB)"));
  }

  @Test
  void notesOfDrawingProgramsGoQuietly() {
    String file =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:export-filename=\"/home/jane/x.png\">"
            + "<!-- by Jane --><metadata>Jane</metadata><inkscape:page/><rect inkscape:label=\"Jane\" width=\"1\"/></svg>";
    SvgCleaner.Cleaned cleaned = SvgCleaner.clean(file.getBytes(UTF_8));
    assertEquals("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\"/></svg>\n", new String(cleaned.svg(), UTF_8));
    assertEquals(List.of(), cleaned.told());
  }

  @Test
  void aPrefixIsReadAsItsNamespace() {
    assertEquals("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>\n", text("<x:svg xmlns:x=\"http://www.w3.org/2000/svg\"><x:rect/></x:svg>"));
  }

  @Test
  void theWriterIsToldTheLine() {
    SvgCleaner.Cleaned cleaned = SvgCleaner.clean((OPEN + "\n<script>x</script>\n<rect onclick=\"x\"/></svg>").getBytes(UTF_8));
    assertEquals(
        List.of(new SvgCleaner.Told(2, "<script> was left out"), new SvgCleaner.Told(3, "'onclick' of <rect> was left out: it runs code")), cleaned.told());
  }

  @Test
  void whatIsCleanStaysAsItIs() {
    for (String inner :
        List.of(
            "<a href=\"javascript:x\"><![CDATA[]]></a>", "<text>a&#13;b\r\nc&#10;d</text>", "<text xml:space=\"preserve\" xml:lang=\"en-GB\"> a </text>", "<style></style>", "<style>\r</style>", "<g id=\"&#13;&#9;\"></g>",
            "<text>]]&gt;&quot;</text>")) {
      String once = text(OPEN + inner + "</svg>");
      assertEquals(once, text(once));
    }
    assertTrue(text(OPEN + "<text xml:space=\"preserve\" xml:lang=\"en-GB\"> a </text></svg>").contains("<text xml:space=\"preserve\" xml:lang=\"en-GB\"> a </text>"));
  }

  @Test
  void spaceAndLanguageAreNothingElse() {
    String cleaned = text(OPEN + "<text xml:space=\"purl(https://e.org)p\" xml:lang=\"url(https://e.org)\">a</text></svg>");
    assertTrue(cleaned.contains("<text>a</text>"), cleaned);
  }

  private static String text(String file) {
    return new String(SvgCleaner.clean(file.getBytes(UTF_8)).svg(), UTF_8);
  }

  private static void harmless(String file) throws Exception {
    String cleaned = text(file);
    if (cleaned.isBlank()) {
      return;
    }
    assertFalse(cleaned.contains("<!") || cleaned.contains("<?"), cleaned);
    Document document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(cleaned.getBytes(UTF_8)));
    List<String> found = new ArrayList<>();
    look(document.getDocumentElement(), found);
    assertEquals(List.of(), found, cleaned);
  }

  private static final Set<String> REFUSED =
      Set.of("script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "audio", "video", "tref", "metadata", "body", "img");

  private static void look(Element element, List<String> found) {
    String name = element.getLocalName();
    if (REFUSED.contains(name.toLowerCase(Locale.ROOT)) || !"http://www.w3.org/2000/svg".equals(element.getNamespaceURI())) {
      found.add("<" + name + ">");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      String value = attribute.getNodeValue().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}\\\\]", "");
      boolean href = attribute.getNodeName().endsWith("href");
      boolean leads = href && !value.startsWith("#") && !value.startsWith("data:image/png") && !(name.equals("a") && value.startsWith("https://"));
      boolean runs = attribute.getNodeName().toLowerCase(Locale.ROOT).startsWith("on") || value.contains("javascript:") || attribute.getNodeName().equals("xml:base");
      boolean loads = !attribute.getNodeName().startsWith("xmlns") && !href && value.contains("evil.example");
      if (leads || runs || loads || (name.matches("set|animate") && attribute.getNodeName().equals("attributeName") && value.matches(".*href|on.*|style"))) {
        found.add(name + " " + attribute);
      }
    }
    if (name.equals("style") && element.getTextContent().contains("evil.example")) {
      found.add("style " + element.getTextContent());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        look(inner, found);
      }
    }
  }
}
