package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Term;
import dev.assay.claim.Status;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.SourceId;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.search.Gathering;
import dev.assay.search.KnownNote;
import dev.assay.search.SearchFiles;
import dev.assay.search.SearchMemory;
import dev.assay.search.TermShards;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the files that the search page reads. Of a note that is what it was, no word is read again.
final class SearchStep {
  /// Entities beyond these, by how many notes speak of them, are found as words, not as filters.
  private static final int ENTITIES = 200;

  private static final int HUBS = 200;

  /// The folders of which this makes every file.
  static final Set<String> WHOLE = Set.of(Projection.SEARCH.at("t/").value().substring(1), Projection.SEARCH.at("n/").value().substring(1));

  /// Those without a day first, so that a new note comes last and moves no other's number.
  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry entry) -> entry.date().map(OffsetDateTime::toLocalDate).map(day -> day.toEpochDay()).orElse(Long.MIN_VALUE))
          .thenComparing(Entry::address);

  private final Model model;
  private final Projection projection;
  private final Path memory;
  private final int jobs;
  private final Optional<PrintedPages.Draft> printed;

  /// @param cache   the site's cache folder
  /// @param printed takes what the next build is to know of the files
  SearchStep(Model model, Projection projection, Path cache, int jobs, Optional<PrintedPages.Draft> printed) {
    this.model = model;
    this.projection = projection;
    this.memory = cache.resolve("search-index");
    this.jobs = jobs;
    this.printed = printed;
  }

  /// All files.
  ///
  /// @param fresh whether nothing of earlier builds is used
  List<Artifact> files(boolean fresh) {
    List<Entry> entries = model.catalog().entries().stream().sorted(ORDER).toList();
    SearchMemory before = fresh ? SearchMemory.EMPTY : remembered();
    SearchMemory now = gathered(entries, before);
    if (!now.equals(before)) {
      remember(now);
    }
    List<Digest> contents = new ArrayList<>();
    List<Artifact> files = new ArrayList<>(texts(entries, now, contents));
    TermShards terms = TermShards.of(now);
    terms.shards().forEach(shard -> files.add(SearchLeft.file(shard, () -> new Maker.Made(terms.bytes(shard)))));
    List<Language> languages = model.catalog().languages();
    byte[] notes = SearchFiles.notes(rows(entries, languages, now), languages.size());
    byte[] facets = SearchFiles.facets(facets(entries, languages));
    SearchLeft left =
        new SearchLeft(entries.size(), languages.stream().map(Language::tag).toList(), contents, terms.shards(), Digest.of(notes), Digest.of(facets));
    files.add(SearchLeft.file("notes.bin", Stage.ASSET, left.rows(), Maker.of(notes)));
    files.add(SearchLeft.file("facets.bin", Stage.ASSET, left.facets(), Maker.of(facets)));
    files.add(left.listed());
    printed.ifPresent(draft -> draft.searched(left));
    return files;
  }

  private SearchMemory gathered(List<Entry> entries, SearchMemory before) {
    Gathering gathering = new Gathering(before);
    List<KnownNote> notes =
        Parallel.map(
            entries, jobs,
            entry -> {
              FoundNote found = found(entry);
              Digest digest = found.digest();
              return gathering.find(entry.source().value(), digest).orElseGet(() -> gathering.read(digest, found.document()));
            },
            _ -> {});
    SequencedMap<String, KnownNote> byFile = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      byFile.put(entries.get(i).source().value(), notes.get(i));
    }
    return gathering.finish(byFile);
  }

  private FoundNote found(Entry entry) {
    List<String> roles = IntStream.range(0, entry.note().roles().size()).mapToObj(role -> model.roleText(entry, role)).toList();
    List<Link> links = entry.note().links();
    List<String> titles =
        IntStream.range(0, links.size()).mapToObj(link -> links.get(link).text().isEmpty() ? model.linkTitle(entry, link) : "").toList();
    return new FoundNote(model.texts().of(entry), new FoundText(0, 0, labels(entry), roles, titles, shown(entry)));
  }

  private List<String> labels(Entry entry) {
    var head = entry.note().head();
    Stream<String> entities =
        head.entities().stream()
            .flatMap(name -> Stream.of(name.value(), model.site().entities().canonical(name.value()), model.site().entities().shown(name.value(), entry.language())));
    return Stream.of(head.tags().stream(), head.categories().stream(), entities).flatMap(each -> each).distinct().toList();
  }

  /// The text of each leaf of each note.
  ///
  /// @param contents takes what names each
  private List<Artifact> texts(List<Entry> entries, SearchMemory now, List<Digest> contents) {
    List<Artifact> files = new ArrayList<>();
    for (Entry entry : entries) {
      KnownNote note = now.notes().get(entry.source().value());
      if (note == null) {
        throw new IllegalStateException("a note was not read: " + entry.source());
      }
      FoundNote found = found(entry);
      int first = contents.size();
      printed.ifPresent(draft -> draft.found(entry, found.text().at(first, note.leaves().size())));
      for (int leaf = 0; leaf < note.leaves().size(); leaf++) {
        int which = leaf;
        Digest content = found.content(note.digest(), leaf);
        files.add(
            FoundNote.file(
                contents.size(), content, () -> new Maker.Made(SearchFiles.text(found.text().shown(), found(entry).document(), which))));
        contents.add(content);
      }
    }
    return files;
  }

  private SearchFiles.Shown shown(Entry entry) {
    List<String> statuses =
        model.ledger().of(entry.source()).stream()
            .map(claim -> claim.status() == Status.STANDING ? "" : claim.status().word())
            .toList();
    return new SearchFiles.Shown(
        entry.title(), model.base().href(entry.address()), entry.language().tag(), projection.date(entry).text(),
        model.catalog().hubsOf(entry).stream().map(hub -> hub.entry().title()).distinct().toList(), statuses);
  }

  private static List<SearchFiles.Row> rows(List<Entry> entries, List<Language> languages, SearchMemory now) {
    List<SearchFiles.Row> rows = new ArrayList<>();
    int at = 0;
    List<KnownNote> notes = List.copyOf(now.notes().values());
    for (Entry entry : entries) {
      rows.add(
          new SearchFiles.Row(
              entry.date().map(OffsetDateTime::toLocalDate), Math.max(0, languages.indexOf(entry.language())), notes.get(at).leaves().size()));
      at++;
    }
    return rows;
  }

  private List<SearchFiles.Facet> facets(List<Entry> entries, List<Language> languages) {
    Catalog catalog = model.catalog();
    Map<SourceId, Integer> numbers = new HashMap<>();
    IntStream.range(0, entries.size()).forEach(i -> numbers.put(entries.get(i).source(), i));
    List<SearchFiles.Facet> facets = new ArrayList<>();
    for (Hub hub : catalog.hubs().stream().limit(HUBS).toList()) {
      List<Entry> members = new ArrayList<>(hub.members());
      members.add(hub.entry());
      facets.add(facet(true, hub.entry().language(), hub.entry().title(), members, numbers, languages));
    }
    catalog.terms().stream()
        .filter(term -> term.taxonomy().equals("entities"))
        .sorted(Comparator.comparingInt((Term term) -> -term.entries().size()).thenComparing(Term::name).thenComparing(Term::language))
        .limit(ENTITIES)
        .forEach(term -> facets.add(facet(false, term.language(), term.name(), term.entries(), numbers, languages)));
    return facets;
  }

  private static SearchFiles.Facet facet(
      boolean hub, Language language, String name, List<Entry> notes, Map<SourceId, Integer> numbers, List<Language> languages) {
    int[] sorted = notes.stream().flatMap(entry -> Optional.ofNullable(numbers.get(entry.source())).stream()).mapToInt(n -> n).distinct().sorted().toArray();
    return new SearchFiles.Facet(hub, Math.max(0, languages.indexOf(language)), name, sorted);
  }

  private SearchMemory remembered() {
    try {
      return Files.exists(memory) ? SearchMemory.read(Files.readAllBytes(memory), Program.fingerprint()).orElse(SearchMemory.EMPTY) : SearchMemory.EMPTY;
    } catch (IOException _) {
      // A cache that cannot be read is an empty one.
      return SearchMemory.EMPTY;
    }
  }

  private void remember(SearchMemory now) {
    Path fresh = memory.resolveSibling(memory.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh); // also when it is a link, which is not followed
      Files.write(fresh, now.write(Program.fingerprint()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(fresh, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // A cache that cannot be written costs the next build its time and nothing else.
      return;
    }
  }
}
