package dev.assay.claim.cite;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// A CSL style as text, checked: it is well-formed, has what a citation needs, and its macros do not go in circles.
///
/// @param csl          the text
/// @param note         whether its citations are notes
/// @param authorDate   whether a citation is an author and a year
/// @param bibliography whether it makes a list of references
/// @param parent       the style that stands for this one, when it is a dependent one; else empty
public record StyleText(String csl, boolean note, boolean authorDate, boolean bibliography, String parent) {
  /// A style, or what is wrong with it.
  public sealed interface Result {}

  /// A style that can be used.
  public record Fine(StyleText style) implements Result {}

  /// A style that cannot.
  public record Faulty(Problem problem) implements Result {}

  private static final ErrorHandler SILENT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
          throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
          throw e;
        }
      };

  /// Reads a style.
  public static Result read(SourceText source) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      return checked(source, builder.parse(new InputSource(new StringReader(source.text()))));
    } catch (SAXParseException e) {
      int line = Math.clamp(e.getLineNumber(), 1, source.lines());
      int at = source.lineStart(line) + Math.max(0, e.getColumnNumber() - 1);
      return faulty(source, at, "this is not well-formed XML: " + first(e.getMessage()));
    } catch (SAXException | IOException e) {
      return faulty(source, 0, "this style cannot be read: " + first(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no safe XML parser", e);
    }
  }

  private static String first(@Nullable String message) {
    return message == null ? "no reason is given" : message.lines().findFirst().orElse("").replaceFirst("[.]$", "");
  }

  private static Result faulty(SourceText source, int at, String message) {
    return new Faulty(
        source.error(Code.CITATION_STYLE, at, at + 1, message, "take a style from the CSL project, or leave 'style' out"));
  }

  private static Result checked(SourceText source, Document document) {
    Element root = document.getDocumentElement();
    if (!"style".equals(root.getLocalName())) {
      return faulty(source, 0, "a CSL style begins with <style>, this file with <" + root.getTagName() + ">");
    }
    String parent = parent(root);
    Optional<Element> citation = child(root, "citation").flatMap(each -> child(each, "layout"));
    if (parent.isEmpty() && citation.isEmpty()) {
      return faulty(source, 0, "this style has no <citation> with a <layout>");
    }
    String circle = circle(root);
    if (!circle.isEmpty()) {
      return faulty(source, Math.max(0, source.text().indexOf("\"" + circle + "\"")), "the macro '" + circle + "' " + (macros(root).containsKey(circle) ? "calls itself" : "is defined nowhere"));
    }
    boolean authorDate = false;
    NodeList categories = root.getElementsByTagNameNS("*", "category");
    for (int i = 0; i < categories.getLength(); i++) {
      authorDate |= "author-date".equals(((Element) categories.item(i)).getAttribute("citation-format"));
    }
    return new Fine(
        new StyleText(source.text(), "note".equals(root.getAttribute("class")), authorDate, child(root, "bibliography").isPresent(), parent));
  }

  private static String parent(Element root) {
    NodeList links = root.getElementsByTagNameNS("*", "link");
    for (int i = 0; i < links.getLength(); i++) {
      Element link = (Element) links.item(i);
      if (link.getAttribute("rel").equals("independent-parent")) {
        return link.getAttribute("href").replaceFirst("^.*/", "");
      }
    }
    return "";
  }

  private static Optional<Element> child(Element of, String name) {
    return children(of).stream().filter(each -> name.equals(each.getLocalName())).findFirst();
  }

  private static List<Element> children(Element of) {
    List<Element> children = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static Map<String, Set<String>> macros(Element root) {
    Map<String, Set<String>> calls = new LinkedHashMap<>();
    for (Element macro : children(root)) {
      if ("macro".equals(macro.getLocalName())) {
        calls.put(macro.getAttribute("name"), called(macro));
      }
    }
    return calls;
  }

  private static Set<String> called(Element in) {
    Set<String> called = new HashSet<>();
    NodeList all = in.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      String macro = ((Element) all.item(i)).getAttribute("macro");
      if (!macro.isEmpty()) {
        called.add(macro);
      }
    }
    return called;
  }

  /// A macro that calls itself over others, or one that is called and is not there; empty when there is none.
  private static String circle(Element root) {
    Map<String, Set<String>> calls = macros(root);
    for (Set<String> called : calls.values()) {
      for (String name : called) {
        if (!calls.containsKey(name)) {
          return name;
        }
      }
    }
    Set<String> safe = new HashSet<>();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Map.Entry<String, Set<String>> macro : calls.entrySet()) {
        progress |= safe.containsAll(macro.getValue()) && safe.add(macro.getKey());
      }
    }
    return calls.keySet().stream().filter(name -> !safe.contains(name)).findFirst().orElse("");
  }
}
