package dev.assay.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jdom2.CDATA;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jspecify.annotations.Nullable;

/// Prints XML as feed readers like it best: `&` and `<` in plain text as hexadecimal references, which are less often
/// taken for markup than the usual names (RSS Advisory Board, Best Practices Profile). To an XML parser it is all one.
///
/// Documents are printed raw, since ROME's two ways of printing either fold white space, which destroys `<pre>`, or end
/// lines with CR LF.
final class FeedXml extends AbstractXMLOutputProcessor {
  static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

  /// The feed paging and archiving namespace (RFC 5005).
  static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private FeedXml() {}

  /// The whole file.
  ///
  /// @param stylesheet the address of a CSS file with which browsers show it; empty for none
  static byte[] print(Document document, String stylesheet) {
    if (!stylesheet.isEmpty()) {
      String href = Markup.attribute(stylesheet);
      document.addContent(0, new ProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"" + href + "\""));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    Format raw = Format.getRawFormat().setLineSeparator(LineSeparator.UNIX).setEncoding("UTF-8");
    try {
      new XMLOutputter(raw, new FeedXml()).output(document, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /// Puts markup into an element as CDATA: smaller than escaped, and legible.
  static Element holding(Element element, String markup) {
    String text = XmlText.clean(markup);
    int from = 0;
    for (int end = text.indexOf("]]>"); end >= 0; end = text.indexOf("]]>", from)) {
      element.addContent(new CDATA(text.substring(from, end + 2)));
      from = end + 2;
    }
    return element.addContent(new CDATA(text.substring(from)));
  }

  /// Puts each child on a line of its own; white space between the elements of a feed means nothing.
  static void onLines(Element parent) {
    for (int i = parent.getContentSize(); i >= 0; i--) {
      parent.addContent(i, new Text("\n"));
    }
  }

  /// A link to a feed or a page.
  static Element link(Namespace namespace, String rel, String href) {
    return new Element("link", namespace).setAttribute("rel", rel).setAttribute("href", XmlText.clean(href));
  }

  @Override
  protected void textRaw(Writer out, @Nullable String escaped) throws IOException {
    // The printer that this one refines passes on nulls where a raw format has nothing to print.
    if (escaped == null) {
      return;
    }
    boolean special = escaped.length() > 1 && escaped.indexOf('&') >= 0;
    out.write(special ? escaped.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;") : escaped);
  }

  @Override
  protected void textCDATA(Writer out, String text) throws IOException {
    out.write("<![CDATA[");
    out.write(text);
    out.write("]]>");
  }
}
