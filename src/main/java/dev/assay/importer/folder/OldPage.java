package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A page of an old site, in common words.
///
/// @param path     its file in the old folder
/// @param kind     what it is
/// @param folder   the folder that it is listed in: `post`, `blog`, `docs/install`; empty for none
/// @param stem     its name without ending, language and date
/// @param bundle   the folder whose files belong to it, in the old folder; empty when it has none
/// @param address  where the old site has it, from the site's root: `/2014/12/12/1.0-Timeline/`
/// @param language its language
/// @param head     its keys, for what is not said here
/// @param title    its title; empty when it has none of its own
/// @param date     when it was published
/// @param updated  when it last changed
/// @param publish  from when it is shown
/// @param expires  until when it is shown
/// @param aliases  further old addresses, from the site's root
/// @param taxonomies the terms by taxonomy
/// @param rest     the keys that mean something to the generator, in lower case: they are not kept under `params`
/// @param body     its text as it was written
/// @param html     whether the text is HTML and not Markdown
record OldPage(
    String path,
    Kind kind,
    String folder,
    String stem,
    String bundle,
    String address,
    Language language,
    OldHead head,
    String title,
    Optional<OffsetDateTime> date,
    Optional<OffsetDateTime> updated,
    Optional<OffsetDateTime> publish,
    Optional<OffsetDateTime> expires,
    boolean draft,
    String description,
    List<String> authors,
    List<String> aliases,
    java.util.Map<String, List<String>> taxonomies,
    java.util.Set<String> rest,
    String body,
    boolean html,
    List<Remark> remarks) {
  /// What a page can be.
  enum Kind {
    PAGE,
    /// A page that lists those of its folder.
    SECTION,
    /// The page of the whole site.
    HOME
  }

  OldPage {
    aliases = List.copyOf(aliases);
    remarks = List.copyOf(remarks);
  }

  /// The outermost folder that it is listed in.
  String section() {
    int slash = folder.indexOf('/');
    return slash < 0 ? folder : folder.substring(0, slash);
  }
}
