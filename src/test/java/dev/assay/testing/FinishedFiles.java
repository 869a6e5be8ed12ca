package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is unsafe in the finished files of a site, as the programs that read them see it: nothing that runs in a page, a feed or a
/// drawing, nothing that the page's own policy forbids, nothing of [Payloads] that became more than a text, and every file whole in its
/// format.
public final class FinishedFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final Set<String> FORBIDDEN =
      Set.of(
          "style", "iframe", "object", "embed", "applet", "base", "frame", "frameset", "textarea", "xmp", "plaintext", "noembed", "marquee", "portal", "foreignobject", "animate", "set",
          "animatetransform", "maction", "annotation-xml", "mglyph", "isindex", "keygen", "audio", "video", "noframes");

  /// Of these a page has those of the program alone: the search form, the button for dark and light, the filter of the ledger.
  private static final Set<String> OWN = Set.of("form", "button", "input", "select", "option", "template", "noscript", "fieldset", "output");

  private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "cite", "poster", "data", "background", "xlink:href", "longdesc", "manifest");

  private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]*");

  private final List<String> broken = new ArrayList<>();
  private final Optional<String> policy;
  private int pages;

  private FinishedFiles(Optional<String> policy) {
    this.policy = policy;
  }

  /// Everything unsafe in a site whose pages say their policy themselves, as `path: what`.
  public static List<String> broken(Tree site) {
    return all(site, Optional.empty());
  }

  /// The same in a site whose own templates say none, under a policy that its host would send.
  public static List<String> brokenUnder(String policy, Tree site) {
    return all(site, Optional.of(policy));
  }

  private static List<String> all(Tree site, Optional<String> policy) {
    FinishedFiles files = new FinishedFiles(policy);
    site.files().forEach(files::file);
    return files.broken;
  }

  /// What is unsafe in markup that is shown inside of something else, such as the content of a feed's item.
  public static List<String> brokenMarkup(String path, String html) {
    FinishedFiles files = new FinishedFiles(Optional.empty());
    files.elements(path, Jsoup.parseBodyFragment(html), false);
    return files.broken;
  }

  private void told(String path, String what) {
    broken.add(path + ": " + what);
  }

  private void file(String path, byte[] bytes) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    switch (ending) {
      case "html" -> page(path, new String(bytes, UTF_8));
      case "xml", "opml", "svg" -> xml(path, bytes);
      case "json" -> json(path, new String(bytes, UTF_8));
      case "csv" -> csv(path, new String(bytes, UTF_8));
      case "ics" -> calendar(path, new String(bytes, UTF_8));
      case "ris" -> ris(path, new String(bytes, UTF_8));
      case "bib" -> bibtex(path, new String(bytes, UTF_8));
      case "txt" -> text(path, new String(bytes, UTF_8));
      default -> { }
    }
  }

  // Pages

  private void page(String path, String html) {
    pages++;
    Document page = Jsoup.parse(html);
    Element said = page.selectFirst("meta[http-equiv=Content-Security-Policy]");
    if (policy.isEmpty() && (said == null || said.previousElementSibling() == null || !said.previousElementSibling().hasAttr("charset") || page.select("meta[http-equiv=Content-Security-Policy]").size() != 1)) {
      told(path, "does not begin with a policy");
    }
    elements(path, page, true);
    resources(path, page, new Policy(policy.orElseGet(() -> said == null ? "" : said.attr("content"))));
    for (Element refresh : page.select("meta[http-equiv]")) {
      String target = refresh.attr("content").replaceFirst("(?i)^0; *url=", "");
      boolean own = refresh.attr("http-equiv").equals("Content-Security-Policy") || target.matches("(?s)/(?![/\\\\]).*");
      if (!own) {
        told(path, "leads away by " + refresh);
      }
    }
    for (Element data : page.select("script[type=application/ld+json]")) {
      json(path + " ld+json", data.data());
    }
  }

  /// What a browser would make of markup.
  private void elements(String path, Document page, boolean whole) {
    for (Element element : page.getAllElements()) {
      String name = element.normalName();
      if (name.startsWith("zq") || FORBIDDEN.contains(name)) {
        told(path, "<" + name + "> in " + around(element));
      }
      boolean task = name.equals("input") && element.hasAttr("disabled") && element.attr("type").equals("checkbox");
      if (OWN.contains(name) && !task && !path.matches("(.*/)?search/index\\.html") && (!whole || element.closest(".site-head, form.seek, form.search, form.filter, .on-search, .on-ledger, .scheme") == null)) {
        told(path, "<" + name + "> in " + around(element));
      }
      if (name.equals("script") && !isOwnScript(element)) {
        told(path, "script " + around(element));
      }
      for (Attribute attribute : element.attributes()) {
        attribute(path, element, attribute);
      }
    }
  }

  private static boolean isOwnScript(Element script) {
    return script.attr("type").equals("application/ld+json") || (script.data().isBlank() && script.attr("src").matches("(/[A-Za-z0-9._-]+)*/assets/[A-Za-z0-9._-]+\\.js"));
  }

  private void attribute(String path, Element element, Attribute attribute) {
    String name = attribute.getKey().toLowerCase(Locale.ROOT);
    String value = attribute.getValue();
    if (name.startsWith("on") || name.startsWith("zq") || Set.of("style", "srcdoc", "formaction", "autofocus", "ping", "is", "background", "xmlns:xlink").contains(name) || !name.matches("[a-z][a-z0-9:_-]*")) {
      told(path, "attribute '" + name + "' in " + around(element));
    }
    boolean shown = element.normalName().equals("img") || element.normalName().equals("source");
    if (ADDRESSES.contains(name) && !isSafe(value, shown)) {
      told(path, "address '" + value + "' in " + around(element));
    }
    if (name.endsWith("srcset")) {
      for (String each : value.split(",\\s+", -1)) {
        if (!isSafe(each.strip().replaceFirst("\\s+\\S+$", ""), true)) {
          told(path, "address '" + each + "' in " + around(element));
        }
      }
    }
  }

  /// What browsers make of an address: spaces and controls at its ends, tabs and line ends anywhere are dropped.
  private static boolean isSafe(String address, boolean picture) {
    String seen = address.replaceAll("[\\t\\n\\r]", "").replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "");
    Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?s:.*)").matcher(seen);
    if (!scheme.matches()) {
      return true;
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    return Set.of("http", "https", "mailto", "tel").contains(name) || (picture && PICTURE.matcher(seen).matches());
  }

  private static String around(Element element) {
    String html = element.outerHtml();
    return html.length() > 200 ? html.substring(0, 200) + "…" : html;
  }

  private void resources(String path, Document page, Policy policy) {
    page.select("script[src]").forEach(each -> allowed(path, policy, "script-src", each.attr("src")));
    page.select("link[rel=stylesheet]").forEach(each -> allowed(path, policy, "style-src", each.attr("href")));
    page.select("link[rel=icon]").forEach(each -> allowed(path, policy, "img-src", each.attr("href")));
    page.select("img[src]").forEach(each -> allowed(path, policy, "img-src", each.attr("src")));
    page.select("[srcset]").forEach(each -> List.of(each.attr("srcset").split(",\\s+", -1)).forEach(one -> allowed(path, policy, "img-src", one)));
    page.select("form").forEach(each -> allowed(path, policy, "form-action", each.attr("action")));
    page.select("[data-index]").forEach(each -> allowed(path, policy, "connect-src", each.attr("data-index")));
    for (String inline : List.of("'unsafe-inline'", "'unsafe-eval'", "*")) {
      if (policy.sources("script-src").contains(inline) || policy.sources("style-src").contains(inline)) {
        told(path, "its policy allows " + inline);
      }
    }
    for (String closed : List.of("object-src", "frame-src", "worker-src", "base-uri")) {
      if (!policy.sources(closed).equals(List.of("'none'"))) {
        told(path, "its policy leaves " + closed + " open");
      }
    }
  }

  private void allowed(String path, Policy policy, String directive, String address) {
    if (!policy.allows(directive, address.strip())) {
      told(path, "its policy does not allow " + directive + " " + address);
    }
  }

  /// A Content-Security-Policy, as far as ours go.
  private record Policy(Map<String, List<String>> directives) {
    Policy(String text) {
      this(new HashMap<>());
      for (String directive : text.split(";", -1)) {
        List<String> words = List.of(directive.strip().split("\\s+"));
        if (directives.putIfAbsent(words.getFirst(), words.subList(1, words.size())) != null) {
          throw new AssertionError("a directive stands twice: " + text);
        }
      }
    }

    List<String> sources(String directive) {
      boolean fetched = directive.endsWith("-src");
      return directives.getOrDefault(directive, fetched ? directives.getOrDefault("default-src", List.of("*")) : List.of("*"));
    }

    boolean allows(String directive, String address) {
      Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)(?s:.*)").matcher(address);
      boolean away = scheme.matches() || address.startsWith("//") || address.startsWith("/\\");
      for (String source : sources(directive)) {
        if (away ? source.equals(scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "https:") : source.equals("'self'")) {
          return true;
        }
      }
      return false;
    }
  }

  // Feeds, lists and drawings

  private void xml(String path, byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      StringBuilder text = new StringBuilder();
      boolean markup = false;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            element(path, reader);
            text.setLength(0);
            markup = isMarkup(reader);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            if (markup) {
              elements(path, Jsoup.parseBodyFragment(text.toString()), false);
            }
            markup = false;
            text.setLength(0);
          }
          case XMLStreamConstants.DTD -> told(path, "a document type");
          case XMLStreamConstants.ENTITY_REFERENCE -> told(path, "an entity");
          case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
            if (!reader.getPITarget().equals("xml-stylesheet") || !reader.getPIData().matches("type=\"text/css\" href=\"[A-Za-z0-9:/._-]+\"")) {
              told(path, "an instruction " + reader.getPITarget() + " " + reader.getPIData());
            }
          }
          default -> { }
        }
      }
    } catch (XMLStreamException e) {
      told(path, "is not well-formed: " + e.getMessage());
    }
  }

  /// What readers of feeds show as markup. The title of an item of RSS is text by its specification, but some take it for markup.
  private static boolean isMarkup(XMLStreamReader reader) {
    String name = reader.getLocalName();
    String type = reader.getAttributeValue(null, "type");
    return name.equals("encoded") || (name.equals("description") && reader.getNamespaceURI() == null) || "html".equals(type);
  }

  private void element(String path, XMLStreamReader reader) {
    String name = reader.getLocalName().toLowerCase(Locale.ROOT);
    boolean drawing = path.endsWith(".svg");
    if (name.startsWith("zq") || name.equals("script") || name.equals("foreignobject") || (drawing && Set.of("animate", "set", "handler", "iframe", "a").contains(name))) {
      told(path, "<" + name + ">");
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = reader.getAttributeValue(i);
      if (attribute.startsWith("zq") || attribute.matches("on[a-z]+")) {
        told(path, "attribute " + attribute);
      }
      boolean address = Set.of("href", "src", "url", "xmlurl", "htmlurl").contains(attribute);
      if (address && (!isSafe(value, true) || (drawing && !value.startsWith("#") && !value.startsWith("data:image/")))) {
        told(path, "address " + value);
      }
    }
  }

  // Data

  private void json(String path, String text) {
    try {
      keys(path, JSON.readTree(text));
    } catch (JacksonException e) {
      told(path, "is not JSON: " + e.getOriginalMessage());
    }
  }

  private void keys(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(
          each -> {
            // The index of the search has the words of notes as its keys, and no texts of theirs.
            boolean index = path.contains("search/");
            if (!index && each.getKey().startsWith("zq")) {
              told(path, "key " + each.getKey());
            }
            if (each.getKey().equals("content_html")) {
              elements(path, Jsoup.parseBodyFragment(each.getValue().asString()), false);
            }
            if (Set.of("url", "external_url", "home_page_url", "feed_url", "icon", "image", "banner_image", "@id").contains(each.getKey()) && each.getValue().isString() && !isSafe(each.getValue().asString(), true)) {
              told(path, "address " + each.getValue());
            }
            keys(path, each.getValue());
          });
    } else {
      node.forEach(each -> keys(path, each));
    }
  }

  private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",;\t\r\n]*))(,|\n|$)");

  /// Signs by which a text that begins with `+`, `-` or `@` calls, reads or runs something: each is enough.
  private static final List<Pattern> COMPUTES =
      List.of(
          Pattern.compile("\\p{L}[\\p{L}\\d_.]*\\("),
          Pattern.compile("[!|]['\"\\p{L}\\d]"),
          Pattern.compile("^.\\s*[($]*[A-Za-z]{1,3}\\$?\\d{1,7}(?![\\p{L}\\d])"),
          Pattern.compile("[-+*/^&=<>]\\s*\\$?[A-Za-z]{1,3}\\$?\\d{1,7}(?![\\p{L}\\d])"),
          Pattern.compile("[*/^&=<>]\\s*\\d"),
          Pattern.compile("^.\\s*[\\d.,]+%?\\s*[-+]\\s*[\\p{L}\\d]"));

  private static boolean isComputed(String cell) {
    String narrow = Pattern.compile("[\uff01-\uff5e]").matcher(cell).replaceAll(wide -> Matcher.quoteReplacement(Normalizer.normalize(wide.group(), Normalizer.Form.NFKC)));
    String seen = narrow.replaceFirst("^[\\s\\p{C}\\p{Z}]+", "");
    boolean signed = seen.startsWith("+") || seen.startsWith("-") || seen.startsWith("@");
    return seen.startsWith("=") || (signed && COMPUTES.stream().anyMatch(sign -> sign.matcher(seen).find()));
  }

  private void csv(String path, String text) {
    Matcher field = FIELD.matcher(text);
    int at = 0;
    int columns = 0;
    int first = -1;
    while (at < text.length()) {
      if (!field.region(at, text.length()).lookingAt()) {
        told(path, "is not CSV at " + text.substring(at, Math.min(text.length(), at + 60)));
        return;
      }
      String value = field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\"");
      if (isComputed(value)) {
        told(path, "a formula " + value);
      }
      columns++;
      if (!field.group(3).equals(",")) {
        first = first < 0 ? columns : first;
        if (columns != first) {
          told(path, columns + " fields in a row of " + first);
        }
        columns = 0;
      }
      at = field.end();
    }
  }

  private static final Set<String> CALENDAR =
      Set.of(
          "BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "STATUS", "TZID", "TZOFFSETFROM", "TZOFFSETTO");

  private void calendar(String path, String text) {
    for (String line : text.split("\r\n", -1)) {
      if (line.getBytes(UTF_8).length > 75 || line.matches("(?s).*[\\x00-\\x08\\x0a-\\x1f\\x7f].*")) {
        told(path, "line " + line);
      }
    }
    String open = "";
    for (String line : text.replace("\r\n ", "").split("\r\n")) {
      String name = line.replaceFirst("(?s)[;:].*", "");
      String value = line.substring(Math.min(line.length(), name.length() + 1));
      boolean known = CALENDAR.contains(name) && (!name.equals("BEGIN") || Set.of("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD").contains(value));
      if (!known || (name.equals("URL") && !isSafe(value, false))) {
        told(path, "line " + line);
      }
      open = name.equals("BEGIN") ? open + "/" + value : name.equals("END") && open.endsWith("/" + value) ? open.substring(0, open.length() - value.length() - 1) : name.equals("END") ? "?" : open;
    }
    if (!open.isEmpty()) {
      told(path, "its parts do not close: " + open);
    }
  }

  private void ris(String path, String text) {
    String[] lines = text.split("\r\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      boolean right = lines[i].matches("(TY|AU|TI|T2|PY|DA|LA|KW|AB|UR|ID|ER)  - [^\\n\\r\\x00-\\x1f]*") && lines[i].startsWith("TY") == (i == 0) && lines[i].startsWith("ER") == (i == lines.length - 2);
      if (!right) {
        told(path, "line " + lines[i]);
      }
    }
  }

  /// BibTeX counts braces, also those behind a backslash.
  private void bibtex(String path, String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth < 0 || (depth == 0 && i < text.length() - 2)  && i > text.indexOf('{')) {
        told(path, "ends at " + i + ": " + text);
        return;
      }
    }
    text.lines().filter(line -> line.matches("  zq.*")).forEach(line -> told(path, "line " + line));
  }

  private void text(String path, String text) {
    for (String line : text.lines().toList()) {
      if (path.endsWith("llms.txt") && (line.matches(".*(?<!\\\\)<[A-Za-z/!?].*") || line.matches(".*(?<!\\\\)\\]\\((?!https?://|/).*"))) {
        told(path, "line " + line);
      }
    }
  }
}
