package dev.assay.importer;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.FileName;
import dev.assay.catalog.Slugs;
import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.SiteReader;
import dev.assay.note.FrontMatter;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import dev.assay.source.SourceTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a site's folder holds before an import: its settings, and which names, ids and addresses are taken.
public final class ContentFolder {
  private final Path root;
  private final Path content;
  private final String prefix;
  private final Optional<Site> site;
  private final Map<String, Held> byId = new HashMap<>();
  private final Map<String, String> byAddress = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private ContentFolder(Path root, Path content, String prefix, Optional<Site> site) {
    this.root = root;
    this.content = content;
    this.prefix = prefix;
    this.site = site;
  }

  /// A note that the site has.
  ///
  /// @param file  its path below the content's folder
  /// @param front its head
  public record Held(String file, FrontMatter front) {}

  /// Looks at a site's folder, which may be empty.
  ///
  /// @param root an existing folder
  public static ContentFolder of(Path root) {
    SourceListing listing = SourceTree.list(root, SourceLimits.DEFAULT, List.of(root.resolve("site")));
    boolean empty = listing.files().isEmpty() && listing.content().equals(listing.root());
    Path content = empty ? listing.root().resolve("content") : listing.content();
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    Optional<Site> site =
        listing.settings().flatMap(file -> text(reader, file)).map(text -> settings(text, listing));
    ContentFolder folder = new ContentFolder(listing.root(), content, empty ? "content/" : listing.prefix(), site);
    listing.files().forEach(file -> folder.names.add(FileStem.folded(file.id().value())));
    listing.files(SourceKind.NOTE).forEach(file -> text(reader, file).ifPresent(text -> folder.note(file, text)));
    return folder;
  }

  private static Site settings(SourceText text, SourceListing listing) {
    return SiteReader.read(text, Site.defaults(String.valueOf(listing.root().getFileName())), listing.sections()).site();
  }

  private static Optional<SourceText> text(SourceReader reader, SourceFile file) {
    return switch (reader.text(file)) {
      case Loaded.Whole<SourceText> whole -> Optional.of(whole.content());
      // A build names the file; an import only has to leave it alone.
      case Loaded.Failed<SourceText> _ -> Optional.empty();
    };
  }

  private void note(SourceFile file, SourceText text) {
    Site settings = siteOrDefaults();
    FrontMatter front = FrontMatterReader.read(text, FrontMatterOptions.of(settings)).front();
    Held held = new Held(file.id().value(), front);
    front.id().map(Located::value).ifPresent(id -> byId.putIfAbsent(id, held));
    FileName name = FileName.of(settings, file.id());
    String slug = front.slug().map(Located::value).orElseGet(() -> Slugs.of(name.stem()));
    String address =
        front.url().map(Located::value).orElseGet(
            () ->
                new Addresses(settings)
                    .note(name.type(), name.section(), slug, front.lang().orElse(name.language()), front.date()));
    takeAddress(address, held.file());
    front.aliases().forEach(alias -> takeAddress(alias.value(), held.file()));
  }

  /// The site's folder, without links in its path.
  public Path root() {
    return root;
  }

  /// The folder that holds the content, or will hold it.
  public Path content() {
    return content;
  }

  /// A file of the content as reports show it, from the site's root.
  public String shown(String path) {
    return prefix + path;
  }

  /// The site's settings; absent when it has none.
  public Optional<Site> site() {
    return site;
  }

  /// The settings, or what holds without any.
  public Site siteOrDefaults() {
    return site.orElseGet(() -> Site.defaults(String.valueOf(root.getFileName())));
  }

  /// The note that has an id.
  public Optional<Held> note(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Whether a path below the content's folder is taken, also by a file that some file systems take for the same.
  public boolean isTaken(String path) {
    return names.contains(FileStem.folded(path));
  }

  /// The file that answers an address; empty when no note does.
  public Optional<String> atAddress(String address) {
    return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
  }

  /// Remembers that a path is taken from now on.
  public void take(String path) {
    names.add(FileStem.folded(path));
  }

  /// Remembers that a note answers an address from now on; the first one keeps it.
  public void takeAddress(String address, String file) {
    byAddress.putIfAbsent(address.toLowerCase(Locale.ROOT), file);
  }

  /// Remembers that a note has an id from now on.
  public void takeId(String id, Held note) {
    byId.putIfAbsent(id, note);
  }
}
