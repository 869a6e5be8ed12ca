package dev.assay.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The pages of a built site as a reader goes through them: every address is resolved as a browser resolves it, and
/// looked up among the files as a plain web server does.
public final class SiteLinks {
  private static final Pattern STYLE_ADDRESS = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");
  private static final Pattern REFRESH = Pattern.compile("(?i)\\d+\\s*;\\s*url=(.+)");
  private static final Set<String> LOADED_RELATIONS =
      Set.of("stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest");

  private final Tree site;
  private final String base;
  private final Map<String, Document> pages = new TreeMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();

  /// @param base where the site is published, ending in `/`
  public SiteLinks(Tree site, String base) {
    this.site = site;
    this.base = base;
    for (String path : site.files().keySet()) {
      if (path.endsWith(".html")) {
        pages.put(path, Jsoup.parse(site.text(path), base + path.replaceFirst("index\\.html$", "")));
      }
    }
  }

  /// The pages by path.
  public Map<String, Document> pages() {
    return pages;
  }

  /// Links and sources inside the site that lead to no file, or to no element of their page: `page: address (why)`.
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (path, page) -> {
          for (String address : addresses(page)) {
            fault(page, address).ifPresent(why -> broken.add(path + ": " + address + " (" + why + ")"));
          }
        });
    return broken;
  }

  /// What pages and style sheets would load from another host without being asked: `page: address`.
  public List<String> foreignRequests() {
    List<String> foreign = new ArrayList<>();
    pages.forEach(
        (path, page) -> {
          for (String address : loaded(page)) {
            if (!address.startsWith("data:") && !isOwnHost(page, address)) {
              foreign.add(path + ": " + address);
            }
          }
        });
    site.files().keySet().stream()
        .filter(path -> path.endsWith(".css"))
        .forEach(path -> styleAddresses(site.text(path)).filter(a -> a.contains("//")).forEach(a -> foreign.add(path + ": " + a)));
    return foreign;
  }

  /// How many clicks away from a page each other page is. A redirect costs none.
  public Map<String, Integer> clicks(String from) {
    Map<String, Integer> clicks = new TreeMap<>(Map.of(from, 0));
    Deque<String> waiting = new ArrayDeque<>(List.of(from));
    while (!waiting.isEmpty()) {
      String path = waiting.removeFirst();
      Document page = pages.get(path);
      for (Element link : page.select("a[href]")) {
        Optional<String> next = file(page, link.attr("href")).map(this::redirected).filter(pages::containsKey);
        if (next.isPresent() && clicks.putIfAbsent(next.get(), clicks.get(path) + 1) == null) {
          waiting.addLast(next.get());
        }
      }
    }
    return clicks;
  }

  /// Where an old address leads now; the page itself for a page that is none.
  public String redirected(String path) {
    Document page = pages.get(path);
    return page == null ? path : refresh(page).flatMap(target -> file(page, target)).orElse(path);
  }

  /// The file behind a full address, with what it lacks of `index.html`.
  public Optional<String> file(String address) {
    URI uri = URI.create(address);
    String whole = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    if (!whole.startsWith(base)) {
      return Optional.empty();
    }
    String path = decoded(whole.substring(base.length()));
    return Optional.of(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
  }

  private Optional<String> file(Document page, String address) {
    return isWeb(resolved(page, address)) ? file(resolved(page, address)) : Optional.empty();
  }

  private Optional<String> fault(Document page, String address) {
    String target;
    try {
      target = resolved(page, address);
    } catch (IllegalArgumentException e) {
      return Optional.of("not an address: " + e.getMessage());
    }
    if (!isWeb(target) || !isOwnHost(page, address)) {
      return Optional.empty();
    }
    Optional<String> file = file(target);
    if (file.isEmpty()) {
      return Optional.of("leaves the site's path");
    }
    if (!site.has(file.get())) {
      return Optional.of("no such file");
    }
    String fragment = URI.create(target).getRawFragment();
    boolean top = fragment == null || fragment.isEmpty();
    boolean found = top || !pages.containsKey(file.get()) || ids(file.get()).contains(decoded(fragment));
    return found ? Optional.empty() : Optional.of("no such id");
  }

  private Set<String> ids(String path) {
    return ids.computeIfAbsent(path, p -> new LinkedHashSet<>(pages.get(p).select("[id]").eachAttr("id")));
  }

  /// Every address on a page, of whatever use.
  private static List<String> addresses(Document page) {
    List<String> addresses = new ArrayList<>(page.select("[href]").eachAttr("href"));
    addresses.addAll(page.select("[src]").eachAttr("src"));
    addresses.addAll(page.select("[poster]").eachAttr("poster"));
    page.select("[srcset]").forEach(e -> addresses.addAll(candidates(e.attr("srcset"))));
    refresh(page).ifPresent(addresses::add);
    return addresses;
  }

  private static List<String> loaded(Document page) {
    List<String> loaded = new ArrayList<>(page.select("[src]").eachAttr("src"));
    loaded.addAll(page.select("[poster]").eachAttr("poster"));
    loaded.addAll(page.select("object[data]").eachAttr("data"));
    page.select("[srcset]").forEach(e -> loaded.addAll(candidates(e.attr("srcset"))));
    for (Element link : page.select("link[rel]")) {
      if (List.of(link.attr("rel").split(" ", -1)).stream().anyMatch(LOADED_RELATIONS::contains)) {
        loaded.add(link.attr("href"));
      }
    }
    page.select("style").forEach(e -> styleAddresses(e.data()).forEach(loaded::add));
    page.select("[style]").forEach(e -> styleAddresses(e.attr("style")).forEach(loaded::add));
    return loaded;
  }

  private static List<String> candidates(String srcset) {
    return List.of(srcset.split(",\\s+", -1)).stream().map(each -> each.strip().split("\\s+", -1)[0]).toList();
  }

  private static java.util.stream.Stream<String> styleAddresses(String style) {
    return STYLE_ADDRESS.matcher(style).results().map(m -> m.group(1) == null ? m.group(2) : m.group(1));
  }

  private static Optional<String> refresh(Document page) {
    Element meta = page.selectFirst("meta[http-equiv=refresh]");
    Matcher matcher = REFRESH.matcher(meta == null ? "" : meta.attr("content"));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String resolved(Document page, String address) {
    // java.net.URI resolves the empty reference to the folder, browsers to the page.
    return address.isEmpty() ? page.baseUri() : URI.create(page.baseUri()).resolve(address).toString();
  }

  private static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  private boolean isOwnHost(Document page, String address) {
    return URI.create(base).getRawAuthority().equals(URI.create(resolved(page, address)).getRawAuthority());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
