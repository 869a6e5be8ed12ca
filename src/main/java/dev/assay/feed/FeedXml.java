package dev.assay.feed;

import java.io.IOException;
import java.io.Writer;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jspecify.annotations.Nullable;

/// Prints XML as feed readers like it best: `&` and `<` in plain text as hexadecimal references, which are less often
/// taken for markup than the usual names (RSS Advisory Board, Best Practices Profile). To an XML parser it is all one.
final class FeedXml extends AbstractXMLOutputProcessor {
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
