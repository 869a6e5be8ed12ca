package dev.assay.asset;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML as browsers do, and nothing but the file itself: no definition and no entity from elsewhere, and of entities of
/// its own only so much as drawing programs write.
final class SvgReading {
  static final String SVG = "http://www.w3.org/2000/svg";

  private static final XMLInputFactory FACTORY = factory();
  private static final Pattern ENCODING = Pattern.compile("\\A<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private SvgReading() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
    factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
    factory.setProperty("jdk.xml.entityExpansionLimit", "1000");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "200000");
    factory.setProperty("jdk.xml.maxElementDepth", "100");
    factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
    return factory;
  }

  static XMLStreamReader open(byte[] file) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new StringReader(text(file)));
  }

  /// The file as text, up to the first byte that is none: there it ends. The JDK's reader of bytes would print such a byte's
  /// fault on the terminal before it throws.
  private static String text(byte[] file) throws XMLStreamException {
    Bytes bytes = new Bytes(file);
    int mark = bytes.u24Little(0) == 0xbfbbef ? 3 : bytes.u16(0) == 0xfeff || bytes.u16(0) == 0xfffe ? 2 : 0;
    CharsetDecoder decoder = charset(bytes, mark).newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate((int) Math.ceil((double) decoder.maxCharsPerByte() * file.length) + 1);
    decoder.decode(ByteBuffer.wrap(file, mark, file.length - mark), text, true);
    return text.flip().toString();
  }

  private static Charset charset(Bytes bytes, int mark) throws XMLStreamException {
    if (mark == 3) {
      return StandardCharsets.UTF_8;
    }
    if (bytes.u16(0) == 0xfeff || bytes.u32(0) == 0x003c003f) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.u16(0) == 0xfffe || bytes.u32(0) == 0x3c003f00) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher named = ENCODING.matcher(bytes.text(0, 200));
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new XMLStreamException("no encoding is called '" + named.group(1) + "'", e);
    }
  }
}
