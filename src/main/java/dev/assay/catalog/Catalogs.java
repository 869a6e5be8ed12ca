package dev.assay.catalog;

import dev.assay.claim.Ledger;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Makes the catalog of a site.
public final class Catalogs {
  private final Site site;
  private final Supplier<Ledger> ledger;
  private final Placement.Result placed;
  private final Addresses addresses;
  private final NoteIndex index;
  private final List<Problem> problems = new ArrayList<>();
  private final Guesses guesses = new Guesses();
  private final Map<SourceId, List<Entry>> translations = new HashMap<>();

  private Catalogs(Site site, Placement.Result placed, Supplier<Ledger> ledger) {
    this.site = site;
    this.ledger = ledger;
    this.placed = placed;
    this.addresses = new Addresses(site);
    this.index = new NoteIndex(placed.entries());
  }

  /// Makes a catalog.
  ///
  /// @param placed notes with their addresses
  /// @param files  files under `content/` that are published as they are
  /// @param ledger their claims, by which hubs may gather; asked for when all else is known, so that it can be made meanwhile
  /// @param fixed  addresses of pages and files that the build makes itself
  public static Catalog of(Site site, Placement.Result placed, Supplier<Ledger> ledger, Collection<SourceId> files, Set<String> fixed) {
    return new Catalogs(site, placed, ledger).run(files, fixed);
  }

  private Catalog run(Collection<SourceId> files, Set<String> fixed) {
    problems.addAll(placed.problems());
    findTranslations();
    List<Term> terms = new ArrayList<>();
    for (String taxonomy : site.taxonomies()) {
      terms.addAll(terms(taxonomy, entry -> Terms.of(site, taxonomy, entry)));
    }
    problems.addAll(UnknownEntities.among(site, placed.entries()));
    Map<SitePath, Entry> redirects = redirects(terms, fixed);
    Map<SourceId, SitePath> assets = assets(files);
    Set<String> others = new HashSet<>(fixed);
    for (Term term : terms) {
      others.add(term.address().value());
      FixedAddresses.feeds(term.address(), site, others);
    }
    assets.values().forEach(address -> others.add(address.value()));
    redirects.keySet().forEach(address -> others.add(address.value()));
    Links links = new Links(index, assets, others, placed.leftOut());
    Map<SourceId, List<Destination>> destinations = new HashMap<>();
    placed.entries().forEach(entry -> destinations.put(entry.source(), links.of(entry)));
    placed.entries().forEach(links::checkImage);
    problems.addAll(links.problems());
    uniqueFeedIds();
    Map<SourceId, List<Entry>> follows = new HashMap<>();
    Map<SourceId, List<Entry>> followedBy = new HashMap<>();
    follow(follows, followedBy);
    Map<SourceId, List<Backlink>> backlinks = backlinks(destinations);
    List<Hub> hubs = hubs();
    Map<SourceId, List<Hub>> memberships = new HashMap<>();
    hubs.forEach(hub -> hub.members().forEach(e -> join(e, hub, memberships)));
    return new Catalog(
        site, addresses, placed.entries(), index.bySource(), terms, hubs, memberships, translations, destinations,
        backlinks, follows, followedBy, redirects, assets, placed.leftOut(), problems);
  }

  /// A note shows a hub in its own language where there is one, though the hub's other versions may list it as well.
  private void join(Entry entry, Hub hub, Map<SourceId, List<Hub>> memberships) {
    boolean own = hub.entry().language().equals(entry.language());
    boolean translated =
        translations.getOrDefault(hub.entry().source(), List.of()).stream()
            .anyMatch(other -> other.language().equals(entry.language()));
    if (own || !translated) {
      memberships.computeIfAbsent(entry.source(), _ -> new ArrayList<>()).add(hub);
    }
  }

  /// Readers take two notes with one id for one note, and show only one of them.
  private void uniqueFeedIds() {
    Map<String, Entry> taken = new HashMap<>();
    for (Entry entry : placed.entries()) {
      Entry other = taken.putIfAbsent(entry.feedId(), entry);
      if (other != null) {
        Located<String> id = entry.note().head().id().or(() -> other.note().head().id()).orElseThrow();
        problems.add(
            new Problem(
                Severity.ERROR, Code.FEED_ID, id.place(),
                "the feed id '" + id.value() + "' is that of " + other.note().file() + " too", "",
                "give each note an id of its own, or none"));
      }
    }
  }

  private void findTranslations() {
    Translations found = index.translations();
    for (Entry entry : placed.entries()) {
      translations.put(
          entry.source(),
          found.of(entry).stream().sorted(Comparator.comparingInt(other -> site.languages().indexOf(other.language()))).toList());
    }
  }

  private List<Term> terms(String taxonomy, java.util.function.Function<Entry, List<String>> names) {
    record Key(Language language, String slug) {}
    Map<Key, Map<SourceId, Entry>> entries = new LinkedHashMap<>();
    Map<Key, Map<String, Integer>> spellings = new HashMap<>();
    List<Entry> newestFirst = placed.entries().stream().sorted(Placement.NEWEST_FIRST).toList();
    for (Entry entry : newestFirst) {
      for (String name : names.apply(entry)) {
        String slug = Slugs.of(name);
        if (slug.isEmpty()) {
          problems.add(
              Problem.ofFile(
                  Severity.ERROR, Code.WRONG_TYPE, entry.note().file(),
                  "'" + name + "' under '" + taxonomy + "' has no letter or digit to make an address of",
                  "write it in letters"));
          continue;
        }
        Key key = new Key(entry.language(), slug);
        entries.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(entry.source(), entry);
        Map<String, Integer> spelt = spellings.computeIfAbsent(key, _ -> new LinkedHashMap<>());
        spelt.keySet().stream().findFirst()
            .filter(other -> !spelt.containsKey(name.strip()) && !Slugs.sameName(other, name))
            .ifPresent(other -> problems.add(oneAddress(entry, taxonomy, other, name.strip(), slug)));
        spelt.merge(name.strip(), 1, Integer::sum);
      }
    }
    List<Term> terms = new ArrayList<>();
    entries.forEach(
        (key, list) ->
            terms.add(
                new Term(
                    taxonomy, usual(spellings.getOrDefault(key, Map.of())), key.slug(), key.language(),
                    addresses.term(taxonomy, key.slug(), key.language()), List.copyOf(list.values()))));
    if (taxonomy.equals("entities")) {
      terms.replaceAll(term -> term.named(site.entities().shown(term.name(), term.language())));
    }
    if (taxonomy.equals("authors")) {
      terms.replaceAll(term -> term.named(site.author(term.name()).in(term.language())));
    }
    terms.sort(Comparator.comparing(Term::language).thenComparing(Term::slug));
    return terms;
  }

  private static Problem oneAddress(Entry entry, String taxonomy, String one, String other, String slug) {
    return Problem.ofFile(
        Severity.WARNING, Code.ADDRESS_TAKEN, entry.note().file(),
        "'" + one + "' and '" + other + "' under '" + taxonomy + "' are one to Assay, '" + slug + "'",
        "if they are two things, write one of them with letters that differ");
  }

  /// The spelling that most notes use; of equally usual ones the first in the alphabet.
  private static String usual(Map<String, Integer> spellings) {
    return spellings.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private List<Hub> hubs() {
    Map<SourceId, List<Entry>> members = new HashMap<>();
    List<Entry> hubs = placed.entries().stream().filter(entry -> entry.type() == NoteType.HUB).toList();
    Hubs rules = new Hubs(site, placed.entries(), ledger.get());
    Map<String, List<Entry>> bySlug = new LinkedHashMap<>();
    hubs.forEach(hub -> bySlug.computeIfAbsent(hub.slug(), _ -> new ArrayList<>()).add(hub));
    for (Entry entry : placed.entries()) {
      for (Located<String> name : entry.note().head().hubs()) {
        Optional<Entry> hub = hubFor(name, entry, bySlug);
        hub.ifPresent(h -> members.computeIfAbsent(h.source(), _ -> new ArrayList<>()).add(entry));
      }
    }
    List<Hub> result = new ArrayList<>();
    for (Entry hub : hubs) {
      members.computeIfAbsent(hub.source(), _ -> new ArrayList<>()).addAll(rules.gathered(hub));
      List<Entry> pinned = named(hub.note().head().pinned(), hub, "pinned");
      Set<SourceId> placedElsewhere = new HashSet<>(pinned.stream().map(Entry::source).toList());
      placedElsewhere.add(hub.source());
      List<Entry> others =
          members.getOrDefault(hub.source(), List.of()).stream()
              .filter(entry -> placedElsewhere.add(entry.source()))
              .sorted(Placement.NEWEST_FIRST)
              .toList();
      result.add(new Hub(hub, pinned, others));
    }
    problems.addAll(rules.problems());
    return result;
  }

  /// A note belongs to the hub in its own language; without one, to the hub as it is, unless the note has a version
  /// in the hub's language, which then stands there for both.
  private Optional<Entry> hubFor(Located<String> name, Entry entry, Map<String, List<Entry>> hubs) {
    String slug = name.value().replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
    List<Entry> named = hubs.getOrDefault(slug, List.of());
    if (named.isEmpty()) {
      Set<String> known = hubs.keySet();
      unknown(name, "no hub is called '" + name.value() + "'", known.isEmpty() ? "hubs are the notes in content/hub/" : Nearest.hint(slug, known));
      return Optional.empty();
    }
    Optional<Entry> own = named.stream().filter(hub -> hub.language().equals(entry.language())).findFirst();
    if (own.isPresent()) {
      return own;
    }
    Entry other = named.getFirst();
    boolean stoodFor =
        translations.getOrDefault(entry.source(), List.of()).stream()
            .anyMatch(translation -> translation.language().equals(other.language()));
    return stoodFor ? Optional.empty() : Optional.of(other);
  }

  private List<Entry> named(List<Located<String>> names, Entry from, String key) {
    List<Entry> entries = new ArrayList<>();
    for (Located<String> name : names) {
      Optional<Entry> entry = index.find(name.value(), from);
      if (entry.isEmpty()) {
        unknownNote(name, key);
      } else if (!entries.contains(entry.get())) {
        entries.add(entry.get());
      }
    }
    return entries;
  }

  private void unknownNote(Located<String> name, String key) {
    Optional<LeftOut> out = placed.leftOut().stream().filter(o -> name.value().equals(o.slug()) || name.value().endsWith(o.source().fileName())).findFirst();
    if (out.isPresent()) {
      unknown(name, "'" + name.value() + "' under '" + key + "' " + out.get().why(), out.get().how());
    } else {
      unknown(name, "no note is called '" + name.value() + "'", guesses.to(name.value(), index.slugs()).map(n -> "did you mean '" + n + "'?").orElse("name a note by its slug or file"));
    }
  }

  private void unknown(Located<String> name, String message, String hint) {
    problems.add(new Problem(Severity.ERROR, Code.UNKNOWN_NOTE, name.place(), message, "", hint));
  }

  private void follow(Map<SourceId, List<Entry>> follows, Map<SourceId, List<Entry>> followedBy) {
    for (Entry entry : placed.entries()) {
      List<Entry> earlier = named(entry.note().head().follows(), entry, "follows");
      follows.put(entry.source(), earlier);
      earlier.forEach(e -> followedBy.computeIfAbsent(e.source(), _ -> new ArrayList<>()).add(entry));
    }
    for (Entry earlier : placed.entries()) {
      List<Entry> all = followedBy.getOrDefault(earlier.source(), List.of());
      List<Entry> once = new ArrayList<>(all);
      once.removeIf(later -> translations.getOrDefault(later.source(), List.of()).stream().anyMatch(other -> all.contains(other) && isBetter(other, later, earlier.language())));
      once.sort(Placement.NEWEST_FIRST.reversed());
      if (!once.isEmpty()) {
        followedBy.put(earlier.source(), once);
      }
    }
  }

  /// Of two versions of a note, the one in the language that is read stands for both; else that of the earlier language of the site.
  private boolean isBetter(Entry one, Entry other, Language read) {
    boolean better = one.language().equals(read);
    return better != other.language().equals(read) ? better : site.languages().indexOf(one.language()) < site.languages().indexOf(other.language());
  }

  private Map<SitePath, Entry> redirects(List<Term> terms, Set<String> fixed) {
    Map<String, String> taken = new HashMap<>();
    fixed.forEach(address -> taken.put(file(address), "a page of the site"));
    terms.forEach(term -> taken.put(file(term.address().value()), "the list of '" + term.name() + "'"));
    Map<SitePath, Entry> redirects = new LinkedHashMap<>();
    for (Entry entry : placed.entries()) {
      String other = taken.putIfAbsent(file(entry.address().value()), entry.note().file());
      if (other != null && entry.type() != NoteType.HOME) {
        problems.add(
            Problem.ofFile(
                Severity.ERROR, Code.ADDRESS_TAKEN, entry.note().file(),
                "the address " + entry.address() + " is taken by " + other, "give the note another 'slug'"));
      }
    }
    for (Entry entry : placed.entries()) {
      for (Located<String> alias : entry.note().head().aliases()) {
        redirect(entry, alias, taken, redirects);
      }
    }
    return redirects;
  }

  private void redirect(Entry entry, Located<String> alias, Map<String, String> taken, Map<SitePath, Entry> redirects) {
    String written = alias.value();
    String last = written.substring(written.lastIndexOf('/') + 1);
    String address = written.endsWith("/") || last.contains(".") ? written : written + "/";
    if (file(address).equals(file(entry.address().value()))) {
      return;
    }
    String other = taken.putIfAbsent(file(address), entry.note().file());
    if (other != null) {
      problems.add(
          new Problem(
              Severity.ERROR, Code.ADDRESS_TAKEN, alias.place(), "the address " + address + " is taken by " + other, "",
              "remove this alias"));
    } else {
      redirects.put(new SitePath(address), entry);
    }
  }

  /// What tells addresses apart: `/a/` and `/a/index.html` are one file, and on some disks `/A/` is the same one.
  private static String file(String address) {
    return (address.endsWith("/") ? address + "index.html" : address).toLowerCase(Locale.ROOT);
  }

  /// A page at an address with an ending, such as `/x/y.html`, has its files beside it.
  private static String folder(SitePath page) {
    return page.value().substring(0, page.value().lastIndexOf('/') + 1);
  }

  /// Files in the folder of an `index.md` go with its page; others keep their path.
  private Map<SourceId, SitePath> assets(Collection<SourceId> files) {
    Map<String, Entry> bundles = new HashMap<>();
    for (Entry entry : placed.entries()) {
      if (entry.source().fileName().matches("index\\.md|index\\.markdown")) {
        bundles.put(entry.source().folder(), entry);
      }
    }
    Map<SourceId, SitePath> assets = new LinkedHashMap<>();
    for (SourceId file : files) {
      String folder = file.folder();
      while (!folder.isEmpty() && !bundles.containsKey(folder)) {
        folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
      }
      Entry bundle = folder.isEmpty() ? null : bundles.get(folder);
      String path = bundle == null ? "/" + file.value() : folder(bundle.address()) + file.value().substring(folder.length() + 1);
      String fault = SitePath.fault(path);
      if (fault.isEmpty()) {
        assets.put(file, new SitePath(path));
      } else {
        problems.add(Problem.ofFile(Severity.ERROR, Code.FILE_NAME, file.value(), "the address '" + path + "' " + fault, "rename the file"));
      }
    }
    return assets;
  }

  private Map<SourceId, List<Backlink>> backlinks(Map<SourceId, List<Destination>> destinations) {
    Map<SourceId, List<Backlink>> backlinks = new HashMap<>();
    for (Entry from : placed.entries()) {
      List<Destination> leads = destinations.getOrDefault(from.source(), List.of());
      record Said(SourceId to, String fragment, String sentence) {}
      Set<Said> said = new HashSet<>();
      for (int i = 0; i < leads.size(); i++) {
        Link link = from.note().links().get(i);
        if (leads.get(i) instanceof Destination.Here(_, _, String fragment, Optional<SourceId> note)
            && note.isPresent() && !note.get().equals(from.source())) {
          if (said.add(new Said(note.get(), fragment, link.sentence()))) {
            backlinks.computeIfAbsent(note.get(), _ -> new ArrayList<>()).add(new Backlink(from, fragment, link.sentence()));
          }
        }
      }
    }
    return backlinks;
  }
}
