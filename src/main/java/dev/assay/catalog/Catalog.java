package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The whole site, before anything is drawn.
///
/// @param entries      all notes, by weight, then newest first
/// @param bySource     the same by file
/// @param terms        tags, categories, series, authors and entities, by taxonomy, language and name
/// @param hubs         in the order of their entries
/// @param memberships  the hubs that gather a note
/// @param translations the same note in other languages
/// @param destinations where each note's links lead, by the link's index
/// @param backlinks    who links to a note
/// @param follows      the earlier notes that a note follows up
/// @param followedBy   the later notes that follow it up, oldest first
/// @param redirects    old addresses and the note that answers them now
/// @param assets       files beside the notes, and their addresses
/// @param leftOut      notes that this build doesn't publish
public record Catalog(
    Site site,
    Addresses addresses,
    List<Entry> entries,
    Map<SourceId, Entry> bySource,
    List<Term> terms,
    List<Hub> hubs,
    Map<SourceId, List<Hub>> memberships,
    Map<SourceId, List<Entry>> translations,
    Map<SourceId, List<Destination>> destinations,
    Map<SourceId, List<Backlink>> backlinks,
    Map<SourceId, List<Entry>> follows,
    Map<SourceId, List<Entry>> followedBy,
    Map<SitePath, Entry> redirects,
    Map<SourceId, SitePath> assets,
    List<LeftOut> leftOut,
    List<Problem> problems) {

  /// The entries of one type in one language, in their order.
  public List<Entry> of(NoteType type, Language language) {
    return entries.stream().filter(entry -> entry.type() == type && entry.language().equals(language)).toList();
  }

  /// The address of a published file by the path that a note gives it: beside the note or, with `/` before it, from
  /// `content/`.
  public Optional<SitePath> asset(String written, SourceId from) {
    return NoteIndex.path(written, from).map(assets::get);
  }

  /// The posts of a language, newest first.
  public List<Entry> posts(Language language) {
    return of(NoteType.POST, language).stream().sorted(Placement.NEWEST_FIRST).toList();
  }

  /// The languages that have at least one note; the site's own language always.
  public List<Language> languages() {
    return site.languages().stream()
        .filter(l -> l.equals(site.language()) || entries.stream().anyMatch(entry -> entry.language().equals(l)))
        .toList();
  }

  /// The posts of a language by section, the sections by name, each newest first.
  public SortedMap<String, List<Entry>> bySection(Language language) {
    SortedMap<String, List<Entry>> sections = new TreeMap<>();
    posts(language).forEach(post -> sections.computeIfAbsent(post.section(), _ -> new ArrayList<>()).add(post));
    return sections;
  }

  /// The sections of posts in a language, by name.
  public List<String> sections(Language language) {
    return of(NoteType.POST, language).stream().map(Entry::section).distinct().sorted().toList();
  }

  /// The same note in other languages, in the order of the site's languages.
  public List<Entry> translations(Entry entry) {
    return translations.getOrDefault(entry.source(), List.of());
  }

  /// The hub that an entry is.
  public Optional<Hub> hub(Entry entry) {
    return entry.type() == NoteType.HUB
        ? hubs.stream().filter(hub -> hub.entry().source().equals(entry.source())).findFirst()
        : Optional.empty();
  }

  /// The hubs that gather an entry.
  public List<Hub> hubsOf(Entry entry) {
    return memberships.getOrDefault(entry.source(), List.of());
  }

  /// Where a link of a note leads.
  public Destination destination(SourceId note, int link) {
    return destinations.getOrDefault(note, List.of()).get(link);
  }

  /// The entry of a file, when it is published.
  public Optional<Entry> entry(SourceId source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
