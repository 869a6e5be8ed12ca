package dev.assay.catalog;

import dev.assay.note.FrontMatter;
import dev.assay.note.Link;
import dev.assay.note.Note;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds out where the links of notes lead, and reports those that lead nowhere.
final class Links {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private static final int MOST_NAMED = 3;

  private final NoteIndex index;
  private final Map<String, Entry> byAddress = new HashMap<>();
  private final Map<SourceId, SitePath> assets;
  private final Set<String> others;
  private final Map<SourceId, LeftOut> leftOut = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final Guesses guesses = new Guesses();
  private final List<Problem> problems = new ArrayList<>();

  /// @param others addresses of the site that are not notes: lists, feeds, files
  Links(NoteIndex index, Map<SourceId, SitePath> assets, Set<String> others, Collection<LeftOut> leftOut) {
    this.index = index;
    this.others = others;
    index.bySource().values().forEach(entry -> byAddress.put(entry.address().value(), entry));
    this.assets = assets;
    leftOut.forEach(out -> this.leftOut.put(out.source(), out));
  }

  List<Problem> problems() {
    return problems;
  }

  /// Where each link of a note leads, by index.
  List<Destination> of(Entry entry) {
    List<Destination> destinations = new ArrayList<>();
    for (Link link : entry.note().links()) {
      destinations.add(
          switch (link.role()) {
            case FOLLOW, SHOW -> resolve(link, entry);
            case RAW -> trusted(link, entry);
            case CLAIM -> claim(link, entry);
            // The bibliography answers for these.
            case CITE, MENTION -> new Destination.Nowhere(link.target());
          });
    }
    return List.copyOf(destinations);
  }

  /// Reports a picture in a note's head that is no file of the site.
  void checkImage(Entry entry) {
    entry.note()
        .head()
        .image()
        .map(FrontMatter.Image::src)
        .filter(src -> !src.value().startsWith("//") && !SCHEME.matcher(src.value()).matches())
        .filter(src -> NoteIndex.path(src.value(), entry.source()).map(assets::get).isEmpty())
        .ifPresent(
            src -> {
              String folder = entry.source().folder();
              List<String> files =
                  assets.keySet().stream().map(id -> id.folder().equals(folder) ? id.fileName() : "/" + id.value()).toList();
              String hint = guesses.to(src.value(), files).map(n -> "did you mean '" + n + "'?").orElse("put the file beside the note, or give its path from content/ with '/' before it");
              problems.add(new Problem(Severity.ERROR, Code.BROKEN_LINK, src.place(), "there is no picture '" + src.value() + "'", "", hint));
            });
  }

  private Destination resolve(Link link, Entry from) {
    String target = link.target();
    if (target.startsWith("//") || SCHEME.matcher(target).matches()) {
      return new Destination.Elsewhere(target);
    }
    Written written = Written.of(target);
    String fragment = written.fragment();
    String query = written.query();
    String path = written.path();
    if (path.isEmpty()) {
      return toNote(from, query, fragment, link, from);
    }
    Optional<Destination> found = path.endsWith(".md") || path.endsWith(".markdown")
        ? file(path, query, fragment, link, from)
        : address(path, query, fragment, link, from);
    return found.orElseGet(() -> nowhere(link, path, from));
  }

  private Destination claim(Link link, Entry from) {
    int hash = link.target().indexOf('#');
    String name = link.target().substring(hash + 1);
    return (hash == 0 ? Optional.of(from) : index.find(link.target().substring(0, hash), from))
        .filter(to -> to.note().anchors().contains(name))
        .<Destination>map(to -> new Destination.Here(to.address(), "", name, Optional.of(to.source())))
        .orElse(new Destination.Nowhere(link.target()));
  }

  private Destination trusted(Link link, Entry from) {
    Written written = Written.of(link.target());
    Optional<Destination> known =
        candidates(written.path(), from).stream()
            .flatMap(address -> Optional.ofNullable(byAddress.get(address)).stream())
            .findFirst()
            .map(to -> new Destination.Here(to.address(), written.query(), written.fragment(), Optional.of(to.source())));
    return known.orElseGet(
        () ->
            SitePath.fault(written.path()).isEmpty()
                ? new Destination.Here(new SitePath(written.path()), written.query(), written.fragment(), Optional.empty())
                : new Destination.Nowhere(link.target()));
  }

  /// The parts of an address on the site, decoded.
  private record Written(String path, String query, String fragment) {
    static Written of(String target) {
      int hash = target.indexOf('#');
      String before = hash < 0 ? target : target.substring(0, hash);
      int question = before.indexOf('?');
      return new Written(
          decoded(question < 0 ? before : before.substring(0, question)), question < 0 ? "" : before.substring(question),
          hash < 0 ? "" : decoded(target.substring(hash + 1)));
    }
  }

  private static String decoded(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (composed.indexOf('%') < 0) {
      return composed;
    }
    try {
      return Normalizer.normalize(
          URLDecoder.decode(composed.replace("+", "%2B"), StandardCharsets.UTF_8), Normalizer.Form.NFC);
    } catch (IllegalArgumentException e) {
      // A lone per cent sign is a character like any other; the lookup that follows says whether it leads anywhere.
      return composed;
    }
  }

  private Optional<Destination> file(String path, String query, String fragment, Link link, Entry from) {
    return index.find(path, from).map(entry -> toNote(entry, query, fragment, link, from));
  }

  private Optional<Destination> address(String path, String query, String fragment, Link link, Entry from) {
    Optional<SitePath> asset = NoteIndex.path(path, from.source()).map(assets::get);
    if (asset.isPresent()) {
      return Optional.of(new Destination.Here(asset.get(), query, fragment, Optional.empty()));
    }
    for (String candidate : candidates(path, from)) {
      Entry entry = byAddress.get(candidate);
      if (entry != null) {
        return Optional.of(toNote(entry, query, fragment, link, from));
      }
      if (others.contains(candidate)) {
        return Optional.of(new Destination.Here(new SitePath(candidate), query, fragment, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /// A site address as a browser would read it from the note's own page, with and without the last slash.
  private static List<String> candidates(String path, Entry from) {
    String base = path.startsWith("/") ? "" : from.address().value();
    List<String> parts = new ArrayList<>();
    for (String part : (base + path).split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    String joined = "/" + String.join("/", parts);
    return joined.equals("/") ? List.of("/") : path.endsWith("/") ? List.of(joined + "/") : List.of(joined, joined + "/");
  }

  private Destination toNote(Entry to, String query, String fragment, Link link, Entry from) {
    if (!fragment.isEmpty() && !to.note().anchors().contains(fragment)) {
      brokenAnchor(to, fragment, link, from);
      return new Destination.Nowhere(link.target());
    }
    return new Destination.Here(to.address(), query, fragment, Optional.of(to.source()));
  }

  private void brokenAnchor(Entry to, String fragment, Link link, Entry from) {
    Note note = to.note();
    String where = to.source().equals(from.source()) ? "this note" : to.note().file();
    problems.add(
        new Problem(
            Severity.ERROR, Code.BROKEN_ANCHOR, link.place(), where + " has no anchor '" + fragment + "'", "",
            anchorHint(fragment, note)));
  }

  private String anchorHint(String fragment, Note note) {
    return guesses.to(fragment, note.anchors())
        .map(near -> "did you mean '#" + near + "'?")
        .orElse(
            note.headings().isEmpty()
                ? "it has no headings"
                : "its headings: "
                    + String.join(", ", note.headings().stream().limit(8).map(h -> "#" + h.id()).toList()));
  }

  /// Gathered once, and only when something leads nowhere: an imported site may have thousands of such links.
  private List<String> addresses() {
    if (addresses.isEmpty()) {
      addresses.addAll(others);
      addresses.addAll(byAddress.keySet());
    }
    return addresses;
  }

  private Destination nowhere(Link link, String path, Entry from) {
    LeftOut out = NoteIndex.path(path, from.source()).map(leftOut::get).orElse(null);
    String message = "'" + link.target() + "' leads nowhere";
    String hint;
    if (out != null) {
      message = "'" + link.target() + "' " + out.why();
      hint = out.how();
    } else if (path.endsWith(".md") || path.endsWith(".markdown")) {
      List<String> several = index.named(path).stream().limit(MOST_NAMED).map(entry -> "'/" + entry.source().value() + "'").toList();
      hint =
          several.isEmpty()
              ? guesses.to(path, index.filesSeenFrom(from.source())).map(n -> "did you mean '" + n + "'?").orElse("there is no such file under content/")
              : "more than one note is called so: write " + String.join(" or ", several);
    } else {
      hint = guesses.to(path, addresses()).map(n -> "did you mean '" + n + "'?").orElse("link a note by its file: [text](name.md)");
    }
    problems.add(new Problem(Severity.ERROR, Code.BROKEN_LINK, link.place(), message, "", hint));
    return new Destination.Nowhere(link.target());
  }
}
