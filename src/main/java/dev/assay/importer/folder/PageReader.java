package dev.assay.importer.folder;

import dev.assay.importer.Remark;
import dev.assay.note.Language;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers what is known of one page, and makes it whole.
final class PageReader {
  private static final java.util.regex.Pattern DAY = java.util.regex.Pattern.compile("/(\\d{4})/(\\d{1,2})/(\\d{1,2})/");

  private final String path;
  private final OldHead.Parted parted;
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, List<String>> taxonomies = new LinkedHashMap<>();
  private OldPage.Kind kind = OldPage.Kind.PAGE;
  private String folder = "";
  private String stem = "";
  private String bundle = "";
  private String address = "/";
  private Language language = Language.ENGLISH;
  private Optional<OffsetDateTime> date = Optional.empty();
  private Optional<OffsetDateTime> updated = Optional.empty();
  private Optional<OffsetDateTime> publish = Optional.empty();
  private Optional<OffsetDateTime> expires = Optional.empty();
  private boolean draft;
  private String description = "";
  private List<String> authors = List.of();
  private List<String> aliases = List.of();
  private Set<String> known = Set.of();

  PageReader(String path, OldHead.Parted parted) {
    this.path = path;
    this.parted = parted;
    if (!parted.broken().isEmpty()) {
      remarks.add(Remark.lost("a part of the head: " + parted.broken()));
    }
  }

  OldHead head() {
    return parted.head();
  }

  PageReader place(OldPage.Kind is, String in, String name, String files) {
    kind = is;
    folder = in;
    stem = name;
    bundle = files;
    return this;
  }

  PageReader address(String at) {
    address = at.replaceAll("/{2,}", "/");
    return this;
  }

  PageReader language(Language in) {
    language = in;
    return this;
  }

  PageReader date(Optional<OffsetDateTime> first, Optional<OffsetDateTime> last) {
    date = first;
    updated = last.filter(moment -> first.map(moment::isAfter).orElse(true));
    return this;
  }

  PageReader shown(Optional<OffsetDateTime> from, Optional<OffsetDateTime> until) {
    publish = from;
    expires = until;
    return this;
  }

  PageReader draft(boolean is) {
    draft = is;
    return this;
  }

  PageReader description(String words) {
    description = words;
    return this;
  }

  /// A name may be written as a link; only the name counts.
  PageReader authors(List<String> names) {
    authors = names.stream().map(name -> name.replaceAll("\\[([^\\]]+)\\]\\([^)]*\\)", "$1").strip()).filter(name -> !name.isEmpty()).toList();
    return this;
  }

  PageReader aliases(List<String> old) {
    aliases = old;
    return this;
  }

  PageReader terms(String taxonomy, List<String> terms) {
    if (!terms.isEmpty()) {
      taxonomies.merge(taxonomy, terms, (a, b) -> {
        List<String> all = new ArrayList<>(a);
        b.stream().filter(term -> !all.contains(term)).forEach(all::add);
        return all;
      });
    }
    return this;
  }

  PageReader known(Set<String> keys) {
    known = keys;
    return this;
  }

  PageReader remark(Remark remark) {
    remarks.add(remark);
    return this;
  }

  OldPage page() {
    if (date.isEmpty() && kind == OldPage.Kind.PAGE) {
      java.util.regex.Matcher day = DAY.matcher(address);
      Optional<OffsetDateTime> told =
          day.find() ? OldDates.read(day.group(1) + "-" + day.group(2) + "-" + day.group(3), java.time.ZoneOffset.UTC) : Optional.empty();
      told.ifPresent(_ -> remarks.add(Remark.madeUp("the date, from the page's address")));
      date = told;
    }
    return new OldPage(
        path, kind, folder, stem, bundle, address, language, head(), head().text("title").orElse(""), date, updated, publish,
        expires, draft, description, authors, aliases, taxonomies, known, parted.body(), path.endsWith(".html") || path.endsWith(".htm"),
        remarks);
  }
}
