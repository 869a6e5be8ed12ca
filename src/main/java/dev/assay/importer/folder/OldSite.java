package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An old site, read: what its generator makes of its folder.
///
/// @param folder     what it was read from
/// @param base       where it is published, with `/` at its end; empty when it does not say
/// @param languages  the default one first
/// @param timeZone   of dates without an offset
/// @param feeds      the addresses of its feeds and those that Assay has instead
/// @param lists      addresses of lists that the generator makes of a folder, by the folder
record OldSite(
    OldFolder folder,
    Generator generator,
    String title,
    String base,
    String description,
    List<Language> languages,
    Optional<String> timeZone,
    List<String> authors,
    List<OldPage> pages,
    List<OldFile> files,
    Map<String, String> feeds,
    Map<String, String> lists,
    OldHead settings,
    List<Remark> remarks) {
  OldSite {
    languages = List.copyOf(languages);
    authors = List.copyOf(authors);
    pages = List.copyOf(pages);
    files = List.copyOf(files);
    remarks = List.copyOf(remarks);
  }
}
