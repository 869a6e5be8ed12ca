package dev.assay.asset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML as browsers do, and nothing but the file itself: no definition and no entity from elsewhere, and of entities of
/// its own only so much as drawing programs write.
final class SvgReading {
  static final String SVG = "http://www.w3.org/2000/svg";

  private static final XMLInputFactory FACTORY = factory();

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
    return FACTORY.createXMLStreamReader(new ByteArrayInputStream(file));
  }
}
