package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.SourceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the notes that have most in common: tags, entities, hubs, series, what they follow up, what they link to, and
/// the words that they use most.
///
/// What few notes share counts more than what many do, and how much it counts depends on their number alone: an edit
/// moves the notes that share something with it and no others. It is linear in what the notes have: of something that
/// many notes share, each note meets only those that stand near it in time.
public final class RelatedNotes {
  /// How many notes are found for one.
  private static final int MOST = 5;

  /// Below this two notes have little in common: a tag that half of a site carries, a word or two.
  private static final int LEAST = 24;

  /// Up to so many notes that share something all meet each other.
  private static final int ALL = 24;

  /// Of more, each meets so many before it and behind it in time.
  private static final int NEAR = 6;

  private static final int REASONS = 2;
  private static final int WORDS = 3;

  /// What two notes can have in common.
  public enum Sort {
    FOLLOWS(7),
    SERIES(7),
    LINK(5),
    TAG(5),
    ENTITY(4),
    TARGET(4),
    HUB(3),
    WORD(1);

    private final int weight;

    Sort(int weight) {
      this.weight = weight;
    }
  }

  /// A note that has much in common with another.
  ///
  /// @param why the strongest reasons, the strongest first
  public record Related(Entry note, List<Reason> why) {
    public Related {
      why = List.copyOf(why);
    }
  }

  /// Something that two notes share.
  ///
  /// @param names the tag, the entity, the title of the note that both follow, up to three words; empty for a link
  public record Reason(Sort sort, List<String> names) {
    public Reason {
      names = List.copyOf(names);
    }
  }

  /// Something that a note has.
  private record Trait(Sort sort, String key) {}

  private final Catalog catalog;
  private final List<Entry> entries;
  private final Map<Trait, int[]> postings = new HashMap<>();
  /// By notes: what each has. A trait is one object, however many have it.
  private final List<List<Trait>> traits = new ArrayList<>();
  private final Map<SourceId, Integer> numbers = new HashMap<>();
  private final List<int[]> linked = new ArrayList<>();

  private final ThreadLocal<int[]> scores;

  /// Looks through all posts and pages of a language.
  public RelatedNotes(Catalog catalog, Language language) {
    this.catalog = catalog;
    this.entries = entries(catalog, language);
    this.scores = ThreadLocal.withInitial(() -> new int[entries.size()]);
    look();
  }

  private static List<Entry> entries(Catalog catalog, Language language) {
    return catalog.entries().stream()
        .filter(entry -> entry.language().equals(language) && (entry.type() == NoteType.POST || entry.type() == NoteType.PAGE))
        .sorted(Placement.NEWEST_FIRST)
        .toList();
  }

  /// The notes that have most in common with a note, the nearest first; from any thread.
  public List<Related> of(Entry entry) {
    Integer number = numbers.get(entry.source());
    return number == null ? List.of() : found(number, scores.get());
  }

  private void look() {
    for (int i = 0; i < entries.size(); i++) {
      numbers.put(entries.get(i).source(), i);
    }
    Map<Trait, List<Integer>> lists = new HashMap<>();
    Map<Trait, Trait> known = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      List<Trait> own = traits(entries.get(i)).keySet().stream().map(trait -> known.computeIfAbsent(trait, same -> same)).toList();
      traits.add(own);
      for (Trait trait : own) {
        lists.computeIfAbsent(trait, _ -> new ArrayList<>()).add(i);
      }
      linked.add(links(entries.get(i)));
    }
    // What one note has alone, as most links out of the site are, is nothing to share.
    lists.forEach((trait, list) -> {
      if (list.size() > 1) {
        postings.put(trait, list.stream().mapToInt(Integer::intValue).toArray());
      }
    });
    traits.replaceAll(own -> own.stream().filter(postings::containsKey).toList());
  }

  /// What a note has, with the words for it.
  private Map<Trait, String> traits(Entry entry) {
    Map<Trait, String> own = new LinkedHashMap<>();
    catalog.follows().getOrDefault(entry.source(), List.of()).forEach(
        earlier -> own.put(new Trait(Sort.FOLLOWS, earlier.source().value()), earlier.title()));
    put(own, Sort.SERIES, Terms.of(catalog.site(), "series", entry));
    put(own, Sort.TAG, Terms.of(catalog.site(), "tags", entry));
    put(own, Sort.TAG, Terms.of(catalog.site(), "categories", entry));
    for (String name : Terms.of(catalog.site(), "entities", entry)) {
      own.put(new Trait(Sort.ENTITY, name), catalog.site().entities().shown(name, entry.language()));
    }
    catalog.hubsOf(entry).forEach(hub -> own.put(new Trait(Sort.HUB, hub.entry().source().value()), hub.entry().title()));
    List<Destination> leads = catalog.destinations().getOrDefault(entry.source(), List.of());
    for (int i = 0; i < leads.size(); i++) {
      Link link = entry.note().links().get(i);
      if (link.role() == Link.Role.FOLLOW) {
        target(leads.get(i), link, own);
      }
    }
    entry.note().topics().forEach(word -> own.put(new Trait(Sort.WORD, word.toLowerCase(Locale.ROOT)), word));
    return own;
  }

  private void target(Destination leads, Link link, Map<Trait, String> own) {
    switch (leads) {
      case Destination.Here here ->
          here.note().flatMap(catalog::entry).ifPresent(note -> own.put(new Trait(Sort.TARGET, note.source().value()), note.title()));
      case Destination.Elsewhere(String url) -> {
        int anchor = url.indexOf('#');
        String page = anchor < 0 ? url : url.substring(0, anchor);
        own.putIfAbsent(new Trait(Sort.TARGET, page), link.text().isBlank() ? page : link.text());
      }
      case Destination.Nowhere _ -> {}
    }
  }

  private static void put(Map<Trait, String> own, Sort sort, List<String> names) {
    names.forEach(name -> own.putIfAbsent(new Trait(sort, Slugs.of(name)), name.strip()));
  }

  /// The notes that a note links to.
  private int[] links(Entry entry) {
    Set<Integer> links = new TreeSet<>();
    for (Destination leads : catalog.destinations().getOrDefault(entry.source(), List.of())) {
      if (leads instanceof Destination.Here here) {
        here.note().map(numbers::get).ifPresent(links::add);
      }
    }
    return links.stream().mapToInt(Integer::intValue).toArray();
  }

  /// What a trait that so many notes share counts for. A word that every third note uses is about nothing.
  private int weight(Trait trait, int notes) {
    if (trait.sort() == Sort.WORD && notes > 2 && notes * 3 > entries.size()) {
      return 0;
    }
    int rare = notes <= 2 ? 16 : notes <= 4 ? 12 : notes <= 8 ? 9 : notes <= 16 ? 6 : notes <= 32 ? 4 : notes <= 64 ? 2 : 1;
    return trait.sort().weight * rare;
  }

  private List<Related> found(int note, int[] scores) {
    Set<Integer> met = new LinkedHashSet<>();
    for (Trait trait : traits.get(note)) {
      int[] sharing = postings.getOrDefault(trait, new int[0]);
      int weight = weight(trait, sharing.length);
      int at = Arrays.binarySearch(sharing, note);
      int from = sharing.length <= ALL ? 0 : Math.max(0, at - NEAR);
      int to = sharing.length <= ALL ? sharing.length : Math.min(sharing.length, at + NEAR + 1);
      for (int i = from; i < to; i++) {
        if (sharing[i] != note) {
          scores[sharing[i]] += weight;
          met.add(sharing[i]);
        }
      }
    }
    for (int other : linked.get(note)) {
      if (other != note) {
        scores[other] += Sort.LINK.weight * 8;
        met.add(other);
      }
    }
    Set<Integer> told = told(entries.get(note));
    List<Integer> best =
        met.stream()
            .filter(other -> scores[other] >= LEAST && !told.contains(other))
            .sorted(Comparator.comparingInt((Integer other) -> -scores[other]).thenComparingInt(other -> other))
            .limit(MOST)
            .toList();
    Map<Trait, String> shown = best.isEmpty() ? Map.of() : traits(entries.get(note));
    List<Related> found = best.stream().map(other -> new Related(entries.get(other), why(note, other, shown))).filter(each -> !each.why().isEmpty()).toList();
    met.forEach(other -> scores[other] = 0);
    return found;
  }

  /// The notes that a note's page names above its text: what it follows up and what followed it.
  private Set<Integer> told(Entry entry) {
    Set<Integer> told = new HashSet<>();
    for (Map<SourceId, List<Entry>> named : List.of(catalog.follows(), catalog.followedBy())) {
      named.getOrDefault(entry.source(), List.of()).forEach(other -> {
        Integer number = numbers.get(other.source());
        if (number != null) {
          told.add(number);
        }
      });
    }
    return told;
  }

  /// @param shown what the note has, with the words for it
  private List<Reason> why(int note, int other, Map<Trait, String> shown) {
    Map<Sort, Integer> strength = new EnumMap<>(Sort.class);
    Map<Sort, List<Trait>> shared = new EnumMap<>(Sort.class);
    Set<Trait> theirs = new HashSet<>(traits.get(other));
    for (Trait trait : traits.get(note)) {
      if (theirs.contains(trait)) {
        strength.merge(trait.sort(), weight(trait, postings.getOrDefault(trait, new int[0]).length), Integer::sum);
        shared.computeIfAbsent(trait.sort(), _ -> new ArrayList<>()).add(trait);
      }
    }
    if (Arrays.binarySearch(linked.get(note), other) >= 0) {
      strength.put(Sort.LINK, Sort.LINK.weight * 8);
    }
    return strength.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<Sort, Integer> each) -> -each.getValue()).thenComparing(Map.Entry::getKey))
        .limit(REASONS)
        .map(each -> new Reason(each.getKey(), names(shared.getOrDefault(each.getKey(), List.of()), shown)))
        .collect(Collectors.toList());
  }

  /// The rarest of some traits come first: they say most.
  private List<String> names(List<Trait> shared, Map<Trait, String> shown) {
    return shared.stream()
        .sorted(
            Comparator.comparingInt((Trait trait) -> postings.getOrDefault(trait, new int[0]).length).thenComparing(Trait::key))
        .limit(WORDS)
        .map(trait -> shown.getOrDefault(trait, trait.key()))
        .toList();
  }
}
