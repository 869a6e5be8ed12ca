package dev.assay.importer;

import dev.assay.catalog.Slugs;
import dev.assay.importer.feed.ImportedFeed;
import dev.assay.importer.feed.ImportedItem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a feed says of the site that it is from: where that is, what it is called, and whether the feed is the one of a
/// tag or a category, so that all its items belong there.
///
/// @param base  the site's base address with `/` at its end; empty when the feed does not let one know
/// @param title the site's title
/// @param terms what all items belong to, by the taxonomy: `tags` or `categories`
record FeedOrigin(String base, String title, Map<String, String> terms) {
  private static final Map<String, String> TAXONOMIES =
      Map.of("tags", "tags", "tag", "tags", "label", "tags", "labels", "tags", "categories", "categories", "category", "categories");
  private static final List<String> BETWEEN = List.of(" on ", " – ", " — ", " | ", " » ", " « ", " - ", " · ", ": ", " in ");
  private static final Set<String> FEED_NAMES = Set.of("feed", "rss", "atom", "index.xml", "feed.xml", "rss.xml", "atom.xml", "feed.json", "index.rss");

  static FeedOrigin of(ImportedFeed feed) {
    String host = host(feed);
    Optional<String[]> term = term(feed.link()).or(() -> term(feed.self()));
    String name = term.map(found -> name(feed.title(), found[1])).orElse("");
    String title = name.isEmpty() ? feed.title() : rest(feed.title(), name);
    Map<String, String> terms = term.isPresent() ? Map.of(term.get()[0], name) : Map.of();
    // Hugo calls the feed of a section `Posts on Site`, and that of the site by the site's name.
    boolean below = !host.isEmpty() && feed.link().startsWith(host) && feed.link().length() > host.length();
    boolean part = term.isPresent() || (below && feed.title().contains(" on "));
    return new FeedOrigin(base(feed, host, part), part && term.isEmpty() ? section(feed.title()) : title, terms);
  }

  /// The host of most items.
  private static String host(ImportedFeed feed) {
    Map<String, Integer> hosts = new HashMap<>();
    feed.items().forEach(item -> uri(item.link()).ifPresent(uri -> hosts.merge(origin(uri), 1, Integer::sum)));
    Optional<String> own = uri(feed.link()).map(FeedOrigin::origin);
    if (own.isPresent() && (hosts.isEmpty() || hosts.containsKey(own.get()))) {
      return own.get();
    }
    return hosts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey, java.util.Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .or(() -> own)
        .orElse("");
  }

  private static String origin(URI uri) {
    return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + "/";
  }

  /// A site below a folder of its host, such as a project's pages, has that folder in its base.
  private static String base(ImportedFeed feed, String host, boolean part) {
    String link = feed.link();
    int mark = link.indexOf('?') >= 0 ? link.indexOf('?') : link.length();
    String folder = link.substring(0, link.lastIndexOf('/', Math.max(0, mark - 1)) + 1);
    boolean below = !host.isEmpty() && folder.startsWith(host) && folder.length() > host.length() && !part;
    List<String> links = feed.items().stream().map(ImportedItem::link).filter(each -> each.startsWith(host)).toList();
    return below && !links.isEmpty() && links.stream().allMatch(each -> each.startsWith(folder) && each.length() > folder.length()) ? folder : host;
  }

  private static Optional<URI> uri(String address) {
    try {
      URI uri = new URI(address.strip().replace(" ", "%20").replaceAll("[\\[\\]{}|\\\\^`\"<>]", "_"));
      boolean web = uri.getScheme() != null && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?") && uri.getHost() != null && uri.getRawUserInfo() == null;
      return web ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      // What is no address says nothing of the site.
      return Optional.empty();
    }
  }

  /// The taxonomy and the slug of a term, when an address is that of a term's page or feed.
  private static Optional<String[]> term(String address) {
    Optional<OldAddress> old = address.isEmpty() ? Optional.empty() : OldAddress.of(address, "");
    if (old.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(old.get().path().replaceFirst("^/", "").split("/", -1)));
    parts.removeIf(String::isEmpty);
    while (!parts.isEmpty() && FEED_NAMES.contains(parts.getLast().toLowerCase(Locale.ROOT))) {
      parts.removeLast();
    }
    if (parts.size() < 2) {
      return Optional.empty();
    }
    String taxonomy = TAXONOMIES.get(parts.get(parts.size() - 2).toLowerCase(Locale.ROOT));
    return taxonomy == null ? Optional.empty() : Optional.of(new String[] {taxonomy, parts.getLast()});
  }

  /// A term as the feed's title spells it; else made of its slug.
  private static String name(String title, String slug) {
    String wanted = Slugs.of(slug);
    for (String between : BETWEEN) {
      int at = title.indexOf(between);
      while (at >= 0) {
        for (String part : List.of(title.substring(0, at), title.substring(at + between.length()))) {
          for (String word : List.of(part, part.replaceFirst("(?i)^(?:tag|category|label|tags|posts tagged)[:\\s]+", ""), part.replaceFirst("(?i)\\s+(?:archives?|category|tag)$", ""))) {
            String bare = word.strip().replaceAll("^['\"“”‘’]|['\"“”‘’]$", "");
            if (Slugs.of(bare).equals(wanted) && !wanted.isEmpty()) {
              return bare;
            }
          }
        }
        at = title.indexOf(between, at + 1);
      }
    }
    return Slugs.of(title).equals(wanted) && !wanted.isEmpty() ? title : slug.replace('-', ' ').strip();
  }

  private static String rest(String title, String name) {
    for (String between : BETWEEN) {
      int at = title.indexOf(between);
      if (at >= 0) {
        String before = title.substring(0, at);
        return Slugs.of(before).contains(Slugs.of(name)) ? title.substring(at + between.length()).strip() : before.strip();
      }
    }
    return title;
  }

  private static String section(String title) {
    return title.substring(title.indexOf(" on ") + 4).strip();
  }
}
