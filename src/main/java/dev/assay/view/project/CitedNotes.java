package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.NoteType;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.view.ShareView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Notes as others cite them: where the files for their lists of references lie.
///
/// A note can be cited when it has a date, somebody who wrote it, and an address that lasts: those of its page's own
/// "Cite as".
public final class CitedNotes {
  private CitedNotes() {}

  /// A form in which a note can be had.
  ///
  /// @param name  what settings call it
  /// @param file  its file beside the note
  /// @param type  its media type
  /// @param label what people call it
  private record Form(String name, String file, String type, String label) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("bibtex", "cite.bib", "application/x-bibtex", "BibTeX"),
          new Form("ris", "cite.ris", "application/x-research-info-systems", "RIS"),
          new Form("csl-json", "cite.json", "application/vnd.citationstyles.csl+json", "CSL-JSON"));

  /// Whether a note can be cited.
  ///
  /// @param url the site's base URL; empty when it has none
  private static boolean has(Entry entry, Site site, String url) {
    return !url.isEmpty()
        && entry.type() != NoteType.HOME
        && entry.date().isPresent()
        && !entry.note().head().draft()
        && !site.authors(entry.note().head()).isEmpty();
  }

  private static List<Form> forms(Entry entry, Site site, String url) {
    return has(entry, site, url) ? FORMS.stream().filter(form -> site.sharing().citations().contains(form.name())).toList() : List.of();
  }

  static List<ShareView.Citation> of(Entry entry, Model model) {
    return forms(entry, model.site(), model.base().url()).stream()
        .map(form -> new ShareView.Citation(model.base().href(at(entry, form)), form.type(), form.label()))
        .toList();
  }

  /// Where the files of a note lie.
  public static List<SitePath> addresses(Entry entry, Site site, String url) {
    return forms(entry, site, url).stream().map(form -> at(entry, form)).toList();
  }

  /// The forms that a note has, as settings call them, with where each lies.
  public static Map<String, SitePath> files(Entry entry, Model model) {
    Map<String, SitePath> files = new LinkedHashMap<>();
    forms(entry, model.site(), model.base().url()).forEach(form -> files.put(form.name(), at(entry, form)));
    return files;
  }

  private static SitePath at(Entry entry, Form form) {
    return entry.address().folder().at(form.file());
  }
}
