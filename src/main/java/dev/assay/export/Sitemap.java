package dev.assay.export;

import dev.assay.note.SitePath;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// `/sitemap.xml`, by the protocol of sitemaps.org, with the other languages of a page as search engines want them.
/// A site with more pages than a file may hold gets an index, and parts `/sitemap-1.xml`, `/sitemap-2.xml`…
public final class Sitemap {
  /// A file may hold no more pages than this.
  public static final int MAX_PAGES = 50_000;

  /// A file may be no larger than 50 MiB; a little is left for its head.
  private static final int MAX_CHARS = 50_000_000;

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private Sitemap() {}

  /// One page.
  ///
  /// @param url        its absolute address, percent-encoded
  /// @param changed    when it last changed
  /// @param alternates the absolute addresses of the same page in each of its languages, its own too, by language
  ///                   tag (`x-default` is allowed); empty for a page in one language
  public record Page(String url, Optional<OffsetDateTime> changed, SequencedMap<String, String> alternates) {
    /// A page in one language.
    public static Page of(String url, Optional<OffsetDateTime> changed) {
      return new Page(url, changed, new LinkedHashMap<>());
    }
  }

  /// Every file of the sitemap by its address, `/sitemap.xml` first, with the pages in the order given.
  ///
  /// @param absolute makes an address of the site absolute
  public static SequencedMap<SitePath, byte[]> files(List<Page> pages, Function<SitePath, String> absolute) {
    return files(pages, absolute, MAX_PAGES, MAX_CHARS);
  }

  static SequencedMap<SitePath, byte[]> files(
      List<Page> pages, Function<SitePath, String> absolute, int maxPages, int maxChars) {
    List<Part> parts = parts(pages, maxPages, maxChars);
    SequencedMap<SitePath, byte[]> files = new LinkedHashMap<>();
    SitePath address = new SitePath("/sitemap.xml");
    if (parts.size() == 1) {
      files.put(address, parts.getFirst().bytes());
      return files;
    }
    StringBuilder index = new StringBuilder(HEAD).append("<sitemapindex xmlns=\"").append(NAMESPACE).append("\">\n");
    files.put(address, new byte[0]);
    for (int i = 0; i < parts.size(); i++) {
      SitePath part = new SitePath("/sitemap-" + (i + 1) + ".xml");
      index.append("<sitemap><loc>").append(escaped(absolute.apply(part))).append("</loc>");
      index.append(changed(parts.get(i).changed())).append("</sitemap>\n");
      files.put(part, parts.get(i).bytes());
    }
    files.put(address, index.append("</sitemapindex>\n").toString().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /// The pages of one file, printed.
  private record Part(String urls, boolean languages, Optional<OffsetDateTime> changed) {
    byte[] bytes() {
      String languagesToo = languages ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" : "";
      String all = HEAD + "<urlset xmlns=\"" + NAMESPACE + "\"" + languagesToo + ">\n" + urls + "</urlset>\n";
      return all.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static List<Part> parts(List<Page> pages, int maxPages, int maxChars) {
    List<Part> parts = new ArrayList<>();
    List<Page> held = new ArrayList<>();
    StringBuilder urls = new StringBuilder();
    for (Page page : pages) {
      String url = url(page);
      if (held.size() == maxPages || (!held.isEmpty() && urls.length() + url.length() > maxChars)) {
        parts.add(part(urls, held));
        urls.setLength(0);
        held.clear();
      }
      urls.append(url);
      held.add(page);
    }
    parts.add(part(urls, held));
    return parts;
  }

  private static Part part(StringBuilder urls, List<Page> pages) {
    return new Part(
        urls.toString(),
        pages.stream().anyMatch(page -> !page.alternates().isEmpty()),
        pages.stream().flatMap(page -> page.changed().stream()).max(Comparator.naturalOrder()));
  }

  private static String url(Page page) {
    StringBuilder url = new StringBuilder("<url><loc>").append(escaped(page.url())).append("</loc>");
    url.append(changed(page.changed()));
    page.alternates()
        .forEach((language, address) ->
            url.append("<xhtml:link rel=\"alternate\" hreflang=\"").append(escaped(language))
                .append("\" href=\"").append(escaped(address)).append("\"/>"));
    return url.append("</url>\n").toString();
  }

  private static String changed(Optional<OffsetDateTime> date) {
    return date.map(day -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.truncatedTo(ChronoUnit.SECONDS)))
        .map(text -> "<lastmod>" + text + "</lastmod>")
        .orElse("");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
