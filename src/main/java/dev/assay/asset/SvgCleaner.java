package dev.assay.asset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Writes an SVG anew with what draws, and nothing that runs, loads something from elsewhere or tells of the machine on which
/// it was drawn. A browser that opens such a file by itself runs it like a page of the site, so this is done to files as they
/// are published; the result may as well stand inside a page.
///
/// The file is read as XML, strictly: entities are replaced, other encodings become UTF-8, names are those of their
/// namespaces whatever prefix they wear. From where it is no XML any more it is cut off, with its open elements closed.
public final class SvgCleaner {
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MOST_TOLD = 20;
  private static final long MOST_COPIES = 100_000;
  private static final int DEEPEST = 200;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Told> told = new ArrayList<>();
  private final StringBuilder style = new StringBuilder();
  /// What parts of the file are drawn again inside of each named part, by name; "" for the whole.
  private final Map<String, List<String>> copies = new HashMap<>();
  private final Deque<String> named = new ArrayDeque<>();
  private final boolean copying;
  private boolean tagIsOpen;
  /// How deep the reader is in something that is left out.
  private int skipped;

  /// @param copying whether parts may be drawn again
  private SvgCleaner(boolean copying) {
    this.copying = copying;
  }

  /// What was left out.
  ///
  /// @param line counted from 1
  /// @param what in the words of a problem: `<script> was left out`
  public record Told(int line, String what) {}

  /// @param svg  the file for readers
  /// @param told what a writer should know of what is no longer in it; not remarks and notes of drawing programs
  @SuppressWarnings("ArrayRecordComponent") // handed on to be written
  public record Cleaned(byte[] svg, List<Told> told) {
    public Cleaned {
      told = List.copyOf(told);
    }
  }

  /// Cleans a file.
  public static Cleaned clean(byte[] file) {
    SvgCleaner cleaner = new SvgCleaner(true);
    Cleaned cleaned = cleaner.run(file);
    if (cleaner.drawn("", new HashMap<>(), 0) <= MOST_COPIES) {
      return cleaned;
    }
    // A few lines that draw each other ten times over are millions of things to draw.
    List<Told> told = new ArrayList<>(cleaned.told());
    told.add(new Told(1, "its <use> were left out: they draw more than " + MOST_COPIES + " copies"));
    return new Cleaned(new SvgCleaner(false).run(file).svg(), told);
  }

  /// How many copies a part draws, its own and those in them; at most one more than is taken.
  private long drawn(String part, Map<String, Long> known, int depth) {
    if (depth > DEEPEST) {
      return MOST_COPIES + 1;
    }
    Long before = known.putIfAbsent(part, 0L);
    if (before != null) {
      return before;
    }
    long count = 0;
    for (String copy : copies.getOrDefault(part, List.of())) {
      count = Math.min(MOST_COPIES + 1, count + 1 + drawn(copy, known, depth + 1));
    }
    known.put(part, count);
    return count;
  }

  private Cleaned run(byte[] file) {
    int line = 1;
    try {
      XMLStreamReader reader = SvgReading.open(file);
      while (reader.hasNext()) {
        int event = reader.next();
        line = line(reader.getLocation());
        take(event, reader, line);
      }
    } catch (XMLStreamException e) {
      cut(e.getLocation() == null ? line : line(e.getLocation()));
    }
    while (!open.isEmpty()) {
      ends(line);
    }
    return new Cleaned(out.append('\n').toString().getBytes(StandardCharsets.UTF_8), told);
  }

  private static int line(Location location) {
    return Math.max(1, location.getLineNumber());
  }

  private void cut(int line) {
    tell(line, "this is not well-formed XML any more, so it was cut off here");
  }

  private void tell(int line, String what) {
    if (told.size() < MOST_TOLD) {
      told.add(new Told(line, what));
    }
  }

  private void take(int event, XMLStreamReader reader, int line) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (skipped > 0 || !isKept(reader, line)) {
          skipped++;
        } else {
          start(reader, line);
        }
      }
      case XMLStreamConstants.END_ELEMENT -> {
        if (skipped > 0) {
          skipped--;
        } else {
          ends(line);
        }
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (skipped == 0 && !open.isEmpty()) {
          text(reader.getText());
        }
      }
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        if (skipped == 0 && "xml-stylesheet".equalsIgnoreCase(reader.getPITarget())) {
          tell(line, "a style sheet from elsewhere was left out");
        }
      }
      // Remarks and definitions: entities stand for what they say by now.
      default -> {}
    }
  }

  private boolean isKept(XMLStreamReader reader, int line) {
    String space = reader.getNamespaceURI();
    String name = reader.getLocalName();
    boolean root = open.isEmpty();
    boolean ofSvg = SvgReading.SVG.equals(space) || (root && (space == null || space.isEmpty())) || (!root && space == null);
    if (root && out.isEmpty() && !(ofSvg && name.equals("svg"))) {
      tell(line, "<" + name + "> is no drawing, so it was left out");
      return false;
    }
    if ((!copying && name.equals("use")) || "style".equals(open.peek())) {
      // A style is what it says itself: elements in it are nothing to browsers.
      return false;
    }
    if (ofSvg && SvgRules.isAllowed(name)) {
      return !isMovingWhatIsNot(reader, name, line);
    }
    // Notes of drawing programs are in namespaces of their own.
    boolean runs = "http://www.w3.org/1999/xhtml".equals(space) || (ofSvg && !SvgRules.goesQuietly(name));
    if (runs) {
      tell(line, "<" + name + "> was left out");
    }
    return false;
  }

  private boolean isMovingWhatIsNot(XMLStreamReader reader, String name, int line) {
    boolean moves = name.equals("set") || name.equals("animate") || name.equals("animateTransform");
    String what = moves ? own(reader, "attributeName") : null;
    boolean wrong = moves && (what == null || !SvgRules.mayMove(what.strip()));
    if (wrong) {
      tell(line, "<" + name + "> of '" + (what == null ? "" : what.strip()) + "' was left out");
    }
    return wrong;
  }

  /// An attribute without a prefix; to ask for a name alone would find it in any namespace.
  private static @Nullable String own(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals(name) && (space == null || space.isEmpty())) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private void start(XMLStreamReader reader, int line) {
    closeTag();
    String name = reader.getLocalName();
    out.append('<').append(name);
    if (open.isEmpty()) {
      out.append(" xmlns=\"").append(SvgReading.SVG).append('"');
    }
    boolean leads = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      String attribute = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      if (attribute.equals("href") && (space == null || space.isEmpty() || space.equals(XLINK))) {
        // Both forms may stand there; browsers take the plain one.
        boolean plain = space == null || space.isEmpty();
        if (plain || (own(reader, "href") == null && !leads)) {
          leads = true;
          lead(name, value, line);
        }
      } else {
        attribute(name, space, attribute, value, line);
      }
    }
    String id = own(reader, "id");
    named.push(id == null ? "" : id);
    open.push(name);
    tagIsOpen = true;
    style.setLength(0);
  }

  private void lead(String element, String address, int line) {
    if (SvgRules.mayLead(element, address)) {
      if (element.equals("use")) {
        String part = SvgRules.trimmed(address).substring(1);
        copies.computeIfAbsent("", _ -> new ArrayList<>()).add(part);
        named.stream().filter(name -> !name.isEmpty()).forEach(name -> copies.computeIfAbsent(name, _ -> new ArrayList<>()).add(part));
      }
      write("href", SvgRules.trimmed(address));
    } else {
      tell(line, "the address of <" + element + "> was left out: " + (element.equals("a") ? "it could run code" : "only parts of the file itself may be shown"));
    }
  }

  private void attribute(String element, @Nullable String space, String name, String value, int line) {
    boolean own = space == null || space.isEmpty();
    if (XML.equals(space) && (name.equals("space") || name.equals("lang"))) {
      // Other values mean nothing, and what looks like an address in them nobody has to judge.
      if (name.equals("space") ? value.equals("default") || value.equals("preserve") : value.matches("[A-Za-z0-9-]*")) {
        write("xml:" + name, value);
      }
    } else if (own && name.equals("style")) {
      String kept = SvgStyle.cleaned(value);
      tellStyle(value, kept, line);
      write("style", kept);
    } else if (own && SvgRules.isAllowedAttribute(name)) {
      // Remarks are none within quotation marks, so what lies between them cannot be judged.
      if (!value.contains("/*") && SvgStyle.isSafe(value)) {
        write(name, value);
      } else {
        tell(line, "'" + name + "' of <" + element + "> was left out: only parts of the file itself may be shown");
      }
    } else if (own && name.toLowerCase(Locale.ROOT).startsWith("on")) {
      tell(line, "'" + name + "' of <" + element + "> was left out: it runs code");
    }
  }

  private void tellStyle(String written, String kept, int line) {
    if (!kept.replaceAll("\\s", "").equals(written.replaceAll("(?s)/\\*.*?(?:\\*/|$)", "").replaceAll("\\s", ""))) {
      tell(line, "a part of its style was left out: it loads from elsewhere or runs code");
    }
  }

  private void write(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, true);
    out.append('"');
  }

  private void text(String text) {
    if ("style".equals(open.peek())) {
      style.append(text);
    } else if (!text.isEmpty()) {
      closeTag();
      escape(text, false);
    }
  }

  private void ends(int line) {
    if ("style".equals(open.peek())) {
      String kept = SvgStyle.cleaned(style.toString());
      tellStyle(style.toString(), kept, line);
      closeTag();
      escape(kept, false);
    }
    end();
  }

  private void end() {
    String name = open.pop();
    named.pop();
    if (tagIsOpen) {
      out.append("/>");
      tagIsOpen = false;
    } else {
      out.append("</").append(name).append('>');
    }
  }

  private void closeTag() {
    if (tagIsOpen) {
      out.append('>');
      tagIsOpen = false;
    }
  }

  private void escape(String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\n', '\t' -> out.append(attribute ? "&#" + (int) c + ";" : Character.toString(c));
        // Whoever reads the file again would take it for a line end.
        case '\r' -> out.append("&#13;");
        default -> out.append(c);
      }
    }
  }
}
