package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.NoteType;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.publish.Artifact;
import dev.assay.view.project.CardPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What lay beside a page at an old address of it, a hub's feeds, a folder's pictures, charts, its card, and the figures of its scenarios, lies there
/// still: a page can lead on, but no reader of feeds and no browser that shows a picture follows it. The files are the same
/// as at the new address; a feed names that one as its own, so that readers which care learn of it.
final class OldAddresses {
  private final Catalog catalog;
  private final Analysis analysis;
  private final Map<SitePath, Artifact> made = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<SitePath, List<SitePath>> cards = new HashMap<>();
  private final List<Artifact> copies = new ArrayList<>();

  private OldAddresses(Analysis analysis, List<Artifact> artifacts) {
    this.catalog = analysis.model().catalog();
    this.analysis = analysis;
    artifacts.forEach(artifact -> made.put(artifact.address(), artifact));
    artifacts.forEach(artifact -> taken.add(file(artifact.address())));
    artifacts.stream().map(Artifact::address).filter(CardPlan::isCard).forEach(card -> cards.computeIfAbsent(beside(card), _ -> new ArrayList<>()).add(card));
  }

  /// The files at old addresses. Where something else lies now, it stays.
  static List<Artifact> of(Analysis analysis, List<Artifact> artifacts) {
    if (analysis.model().catalog().redirects().isEmpty()) {
      return List.of();
    }
    OldAddresses old = new OldAddresses(analysis, artifacts);
    old.catalog.redirects().forEach(old::add);
    return List.copyOf(old.copies);
  }

  /// The folder that a file lies in.
  private static SitePath beside(SitePath file) {
    return new SitePath(file.value().substring(0, file.value().lastIndexOf('/') + 1));
  }

  private static String file(SitePath address) {
    return address.file().toLowerCase(Locale.ROOT);
  }

  private void add(SitePath from, Entry entry) {
    if (entry.type() == NoteType.HUB) {
      for (FeedFormat format : FeedFormat.values()) {
        copy(format.beside(entry.address()), format.beside(from));
      }
    }
    if (from.isFolder() && entry.address().isFolder() && !entry.address().equals(SitePath.HOME)) {
      pictures(from, entry);
      cards.getOrDefault(entry.address(), List.of()).forEach(card -> below(card, entry, from));
      analysis.shown().forEach(shown -> below(shown.address(), entry, from));
    }
    figures(from, entry);
  }

  /// The files in the folder of an `index.md`.
  private void pictures(SitePath from, Entry entry) {
    SourceId note = entry.source();
    if (!note.folder().isEmpty() && note.fileName().matches("index\\.(?:[^.]+\\.)?(?:md|markdown)")) {
      catalog.assets().forEach(
          (file, address) -> {
            if (file.value().startsWith(note.folder() + "/")) {
              below(address, entry, from);
            }
          });
    }
  }

  private void below(SitePath address, Entry entry, SitePath from) {
    String folder = entry.address().value();
    if (address.value().startsWith(folder)) {
      copy(address, from.at(address.value().substring(folder.length())));
    }
  }

  /// Figures have an address that is made of the note's slug.
  private void figures(SitePath from, Entry entry) {
    String folder = catalog.addresses().at(entry.language(), "/cost/" + entry.slug() + "/").value();
    for (String slug : catalog.addresses().slugs(from, entry.language())) {
      String old = catalog.addresses().at(entry.language(), "/cost/" + slug + "/").value();
      for (SitePath each : analysis.files().keySet()) {
        String file = each.value();
        if (file.startsWith(folder)) {
          for (String ending : List.of(".json", ".csv")) {
            copy(new SitePath(file + ending), new SitePath(old + file.substring(folder.length()) + ending));
          }
        }
      }
    }
  }

  private void copy(SitePath address, SitePath old) {
    Artifact artifact = made.get(address);
    if (artifact != null && taken.add(file(old))) {
      copies.add(new Artifact(old, artifact.stage(), artifact.recipe(), artifact.maker()));
    }
  }
}
