package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.FixedAddresses;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares what the settings lead to, and what files and folders lay claim to, with the addresses that a site has.
final class SiteAddresses {
  private final Site site;
  private final Catalog catalog;
  private final Set<String> fixed;
  private final String settings;
  private final List<Problem> problems = new ArrayList<>();

  private SiteAddresses(Catalog catalog, Set<String> fixed, String settings) {
    this.site = catalog.site();
    this.catalog = catalog;
    this.fixed = fixed;
    this.settings = settings;
  }

  /// What is wrong with them.
  ///
  /// @param fixed    addresses of pages and files that the build makes itself
  /// @param settings the settings file as the writer knows it
  /// @param assets   files that are published as they are
  static List<Problem> problems(Catalog catalog, Set<String> fixed, String settings, List<SourceFile> assets) {
    SiteAddresses check = new SiteAddresses(catalog, fixed, settings);
    check.menu();
    check.logo();
    check.sections();
    check.hubFeeds();
    check.assets(assets);
    return check.problems;
  }

  private void error(Code code, String file, String message, String hint) {
    problems.add(Problem.ofFile(Severity.ERROR, code, file, message, hint));
  }

  private void menu() {
    Set<String> known = new HashSet<>(fixed);
    catalog.entries().forEach(entry -> known.add(entry.address().value()));
    catalog.terms().forEach(term -> known.add(term.address().value()));
    catalog.assets().values().forEach(address -> known.add(address.value()));
    catalog.redirects().keySet().forEach(address -> known.add(address.value()));
    for (Site.MenuItem item : site.menu()) {
      String path = item.target().replaceFirst("[?#].*", "");
      boolean own = path.startsWith("/") && !path.startsWith("//");
      if (own && !known.contains(path) && !known.contains(path + "/")) {
        error(
            Code.BROKEN_LINK, settings, "the menu's '" + item.label() + "' leads to '" + item.target() + "', which is no address of this site",
            Nearest.to(path, known).map(near -> "did you mean '" + near + "'?").orElse("write the address of a page, such as /archive/"));
      }
    }
  }

  private void logo() {
    Optional<String> missing =
        site.logo().map(file -> file.replaceFirst("^/", "")).filter(file -> !catalog.assets().containsKey(new SourceId(file)));
    missing.ifPresent(
        file -> error(Code.BROKEN_LINK, settings, "there is no picture '" + file + "' to be the logo", "give its path from content/"));
  }

  /// A folder of posts has a list of its own, which cannot stand where the program's own pages do.
  private void sections() {
    Set<String> taken = FixedAddresses.of(site, List.of());
    Set<String> told = new HashSet<>();
    for (Entry entry : catalog.entries()) {
      String list = "/" + entry.section() + "/";
      if (entry.type() == NoteType.POST && taken.contains(list) && told.add(list)) {
        error(
            Code.ADDRESS_TAKEN, entry.note().file(),
            "the list of this folder would have the address " + list + ", which is taken by a page of the site", "rename the folder");
      }
    }
  }

  /// The feeds of a hub at `/x.html` lie in `/x/`, where another list may have its own.
  private void hubFeeds() {
    Map<SitePath, String> taken = new HashMap<>();
    fixed.stream().filter(address -> address.endsWith("/")).forEach(address -> taken.put(new SitePath(address), "the list " + address));
    catalog.terms().forEach(term -> taken.put(term.address(), "the list of '" + term.name() + "'"));
    catalog.hubs().stream().map(Hub::entry).filter(hub -> hub.address().isFolder()).forEach(hub -> taken.put(hub.address(), hub.note().file()));
    for (Hub hub : catalog.hubs()) {
      Entry entry = hub.entry();
      String other = entry.address().isFolder() ? null : taken.putIfAbsent(entry.address().folder(), entry.note().file());
      if (other != null) {
        problems.add(
            new Problem(
                Severity.ERROR, Code.ADDRESS_TAKEN, entry.note().head().url().map(Located::place).orElseGet(() -> Place.ofFile(entry.note().file())),
                "the feeds of this hub would lie in " + entry.address().folder() + ", where those of " + other + " are", "",
                "give one of them another 'url'"));
      }
    }
  }

  private void assets(List<SourceFile> assets) {
    Map<String, String> taken = new HashMap<>();
    fixed.forEach(address -> taken.put(new SitePath(address).file(), "a file that is made for every site"));
    catalog.terms().forEach(term -> taken.put(term.address().file(), "the list of '" + term.name() + "'"));
    catalog.redirects().forEach((from, to) -> taken.put(from.file(), "an alias of " + to.note().file()));
    catalog.entries().forEach(entry -> taken.put(entry.address().file(), entry.note().file()));
    Map<String, String> shown = new HashMap<>();
    assets.forEach(file -> shown.put(file.id().value(), file.shown()));
    catalog.assets().forEach(
        (file, address) -> {
          String other = taken.putIfAbsent(address.file(), shown.getOrDefault(file.value(), file.value()));
          if (other != null) {
            error(
                Code.ADDRESS_TAKEN, shown.getOrDefault(file.value(), file.value()),
                "this file would have the address " + address + ", which is taken by " + other, "rename the file");
          }
        });
  }
}
