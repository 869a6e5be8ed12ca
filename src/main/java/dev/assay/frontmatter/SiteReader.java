package dev.assay.frontmatter;

import dev.assay.note.Entities;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.note.TitleText;
import dev.assay.note.Value;
import dev.assay.note.WebAddress;
import dev.assay.note.Writing;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.SourceText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// Reads the site's settings: `site.yaml`, or the same in TOML or JSON.
public final class SiteReader {
  /// The form of notes and settings that is read. It grows when something that a site may say would mean another thing than before.
  private static final int FORMAT = 1;

  /// What always has a pattern of addresses; each section of the content may have one, too.
  private static final Set<String> ADDRESSED = Set.of("post", "hub", "page", "guide", "tags", "categories", "series", "authors", "entities");

  private final Fields fields;
  private final Site defaults;

  private SiteReader(Fields fields, Site defaults) {
    this.fields = fields;
    this.defaults = defaults;
  }

  /// Reads settings.
  ///
  /// @param defaults what holds where the file is silent: [Site#defaults(String)] with a title
  /// @param sections the folders of the content that hold notes; each may have a pattern under `permalinks`
  public static ParsedSite read(SourceText text, Site defaults, Collection<String> sections) {
    ParsedMapping mapping = DataReader.mapping(text);
    Fields fields = Fields.of(mapping.mapping(), Excerpts.of(text));
    if (isNewer(fields)) {
      // What else it says may be right for a program that knows it.
      return new ParsedSite(defaults, fields.problems());
    }
    Site read = new SiteReader(fields, defaults).site(sections);
    // Heads are read with the site's own fields and zone.
    Site site = read.withNoteDefaults(NoteDefaults.read(fields, sections, read.languages(), FrontMatterOptions.of(read)));
    fields.done();
    List<dev.assay.problem.Problem> problems = new ArrayList<>(mapping.problems());
    problems.addAll(fields.problems());
    return new ParsedSite(site, problems);
  }

  private static boolean isNewer(Fields fields) {
    int format = fields.integer("format", 1, 1_000_000).orElse(FORMAT);
    if (format > FORMAT) {
      fields.add(
          Code.WRONG_TYPE, fields.value("format").orElseGet(fields::mapping).place(), "this site is written in format " + format + ", and this version of Assay reads format " + FORMAT,
          "build it with a newer version of Assay");
    }
    return format > FORMAT;
  }

  /// Asks for everything that settings may hold, so that it can be written down.
  static void record(Fields fields, Collection<String> sections) {
    isNewer(fields);
    Site site = new SiteReader(fields, Site.defaults("")).site(sections);
    NoteDefaults.read(fields, sections, site.languages(), FrontMatterOptions.of(site));
  }

  private Site site(Collection<String> sections) {
    OutputReader output = new OutputReader(fields, defaults);
    List<Language> languages = languages();
    boolean trusted = fields.choice("html", Map.of("safe", false, "trusted", true)).orElse(defaults.trustedHtml());
    return new Site(
        title(),
        baseUrl(),
        fields.text("description").orElse(defaults.description()),
        languages.getFirst(),
        languages,
        zone(),
        authors(languages),
        file("logo").or(defaults::logo),
        fields.flag("strict").orElse(defaults.strict()),
        trusted,
        permalinks(sections),
        menu(languages),
        fields.integer("page_size", 1, 10_000).orElse(defaults.pageSize()),
        output.feeds(),
        claimNames(),
        ownFields(),
        theme(),
        taxonomies(),
        fields.flag("search").orElse(defaults.search()),
        Entities.of(new EntityReader(fields, defaults).entities()),
        fields.flag("link_entities").orElse(defaults.linkEntities()),
        fields.checkedList("bibliography", Addresses::fileFault, "name a file under 'content'"),
        fields.located("style").or(defaults::style),
        new Writing(
            fields.flag("math").orElse(defaults.writing().math()), fields.flag("typography").orElse(defaults.writing().typography()), defaults.writing().figures()),
        output.sharing(),
        output.publish(),
        output.pictures(),
        output.policy(trusted),
        Map.of());
  }

  private String title() {
    Optional<Located<String>> title = fields.located("title");
    Optional<String> seen = title.map(text -> TitleText.seen(text.value())).filter(text -> !text.isEmpty());
    if (title.isPresent() && seen.isEmpty()) {
      fields.add(Code.WRONG_TYPE, title.get().place(), "'title' has no character that can be seen", "write the name of the site");
    }
    return seen.orElse(defaults.title());
  }

  private String baseUrl() {
    return fields
        .checked("base_url", Addresses::baseFault, "write the whole address, like https://example.org/")
        .map(url -> WebAddress.ascii(url.value()))
        .map(url -> url.endsWith("/") ? url : url + "/")
        .orElse(defaults.baseUrl());
  }

  private Optional<String> file(String key) {
    return fields.checked(key, Addresses::fileFault, "name a file under 'content'").map(Located::value);
  }

  private List<Language> languages() {
    Set<Language> languages = new LinkedHashSet<>();
    String hint = "write a language tag like en, ko or zh-Hant";
    fields.checked("language", SiteReader::languageFault, hint).ifPresent(tag -> languages.add(new Language(tag.value())));
    fields.checkedList("languages", SiteReader::languageFault, hint).forEach(tag -> languages.add(new Language(tag.value())));
    return languages.isEmpty() ? defaults.languages() : List.copyOf(languages);
  }

  static String languageFault(String tag) {
    return Language.isTag(tag) ? "" : "is not a language tag";
  }

  private ZoneId zone() {
    Optional<Located<String>> name = fields.located("time_zone");
    if (name.isEmpty()) {
      return defaults.zone();
    }
    try {
      return ZoneId.of(name.get().value());
    } catch (DateTimeException _) {
      fields.add(
          Code.WRONG_TYPE, name.get().place(), "'time_zone' cannot be '" + Found.cut(name.get().value()) + "': there is no such zone", zoneHint(name.get().value()));
      return defaults.zone();
    }
  }

  private static String zoneHint(String written) {
    Set<String> zones = ZoneId.getAvailableZoneIds();
    Optional<String> city = zones.stream().filter(zone -> zone.contains("/") && zone.toLowerCase(Locale.ROOT).endsWith("/" + written.toLowerCase(Locale.ROOT).replace(' ', '_'))).min(String::compareTo);
    return city.or(() -> Nearest.to(written, zones))
        .map(near -> "did you mean '" + near + "'?")
        .orElse("write a zone like Asia/Seoul, Europe/Berlin or UTC");
  }

  private List<Site.Author> authors(List<Language> languages) {
    Optional<Value> value = fields.value("authors");
    if (value.isEmpty()) {
      return defaults.authors();
    }
    List<Site.Author> authors = new ArrayList<>();
    List<Value> items = value.get() instanceof Value.Sequence sequence ? sequence.items() : List.of(value.get());
    for (Value item : items) {
      switch (item) {
        case Value.Scalar scalar when !scalar.isNull() -> authors.add(new Site.Author(scalar.text().strip(), "", ""));
        case Value.Mapping mapping -> author(fields.in(mapping, "authors"), languages).ifPresent(authors::add);
        case Value.Scalar scalar -> fields.wrongItem("authors", scalar, "a name or {name, email, url, names}", "");
        case Value.Sequence sequence -> fields.wrongItem("authors", sequence, "a name or {name, email, url, names}", "");
      }
    }
    return authors;
  }

  private static Optional<Site.Author> author(Fields inner, List<Language> languages) {
    Optional<String> name = inner.required("name");
    String email = inner.checked("email", e -> e.matches("[^@\\s]+@[^@\\s]+") ? "" : "is not an e-mail address", "").map(Located::value).orElse("");
    String url = inner.checked("url", Addresses::webFault, "").map(Located::value).map(WebAddress::ascii).orElse("");
    Map<Language, String> names = new LinkedHashMap<>();
    inner.mapping("names").ifPresent(
        mapping -> {
          Fields byLanguage = inner.in(mapping, "names");
          // Which languages there are the settings say, so a schema knows of none.
          languages.stream()
              .filter(language -> mapping.entries().stream().anyMatch(entry -> entry.key().equals(language.tag())))
              .forEach(language -> byLanguage.text(language.tag()).ifPresent(text -> names.put(language, text.strip())));
          byLanguage.done();
        });
    inner.done();
    return name.map(n -> new Site.Author(n, email, url, names));
  }

  private Map<String, String> permalinks(Collection<String> sections) {
    Map<String, String> patterns = new LinkedHashMap<>(defaults.permalinks());
    Set<String> known = new TreeSet<>(ADDRESSED);
    known.addAll(sections);
    fields.mapping("permalinks").ifPresent(
        mapping -> {
          Fields inner = fields.in(mapping, "permalinks");
          for (String key : known) {
            inner.checked(key, Addresses::patternFault, "write a pattern like /" + key + "/:slug/").ifPresent(pattern -> patterns.put(key, pattern.value()));
          }
          inner.done();
        });
    return Collections.unmodifiableMap(patterns);
  }

  /// A label by language, `{en: About, ko: 소개}`; empty when it is one text.
  private static Map<Language, String> names(Fields item, List<Language> languages) {
    Map<Language, String> names = new LinkedHashMap<>();
    if (item.value("label").orElse(null) instanceof Value.Mapping mapping) {
      Fields labels = item.in(mapping, "label");
      languages.forEach(language -> labels.text(language.tag()).ifPresent(text -> names.put(language, text)));
      labels.done();
    }
    return names;
  }

  private List<Site.MenuItem> menu(List<Language> languages) {
    Optional<Value.Sequence> sequence = fields.sequence("menu");
    if (sequence.isEmpty()) {
      return defaults.menu();
    }
    List<Site.MenuItem> items = new ArrayList<>();
    eachMapping(
        "menu",
        sequence.get(),
        "{label, url}",
        inner -> {
          Map<Language, String> names = names(inner, languages);
          Optional<String> label =
              names.isEmpty() ? inner.required("label") : Optional.of(names.getOrDefault(languages.getFirst(), names.values().iterator().next()));
          inner.required("url");
          Optional<Located<String>> url = inner.checked("url", Addresses::targetFault, "");
          if (label.isPresent() && url.isPresent()) {
            items.add(new Site.MenuItem(label.get(), WebAddress.ascii(url.get().value()), names));
          }
        });
    return items;
  }

  private void eachMapping(String key, Value.Sequence sequence, String form, java.util.function.Consumer<Fields> reader) {
    eachMapping(fields, key, sequence, form, reader);
  }

  static void eachMapping(Fields fields, String key, Value.Sequence sequence, String form, java.util.function.Consumer<Fields> reader) {
    for (Value item : sequence.items()) {
      if (item instanceof Value.Mapping mapping) {
        Fields inner = fields.in(mapping, key);
        reader.accept(inner);
        inner.done();
      } else {
        fields.wrongItem(key, item, form, "");
      }
    }
  }

  private Map<String, Kind> claimNames() {
    Map<String, Kind> names = new TreeMap<>(defaults.claimNames());
    Map<String, Kind> kinds = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    fields.mapping("claims").ifPresent(
        claims -> {
          Fields inner = fields.in(claims, "claims");
          eachKey(inner, "names", (key, words) -> words.choice(key, kinds).ifPresent(kind -> names.put(key.strip().toLowerCase(Locale.ROOT), kind)));
          inner.done();
        });
    return Collections.unmodifiableMap(names);
  }

  static void eachKey(Fields outer, String key, BiConsumer<String, Fields> reader) {
    outer.mapping(key).ifPresent(
        mapping -> {
          Fields inner = outer.in(mapping, key);
          mapping.entries().forEach(entry -> reader.accept(entry.key(), inner));
        });
  }

  private Map<String, String> ownFields() {
    Map<String, String> types = new LinkedHashMap<>(defaults.fields());
    eachKey(
        fields,
        "fields",
        (key, inner) -> {
          Optional<FieldType> type = inner.choice(key, FieldType.WORDS);
          if (HeadFields.KEYS.contains(key)) {
            inner.mapping().entries().stream()
                .filter(entry -> entry.key().equals(key))
                .forEach(entry -> inner.add(Code.DUPLICATE_KEY, entry.keyPlace(), "'" + key + "' is a key of every note already", "choose another name"));
          } else {
            type.ifPresent(t -> types.put(key, t.word()));
          }
        });
    return Collections.unmodifiableMap(types);
  }

  private Map<String, String> theme() {
    Map<String, String> settings = new LinkedHashMap<>(defaults.theme());
    eachKey(fields, "theme", (key, inner) -> inner.text(key).ifPresent(text -> settings.put(key, text)));
    return Collections.unmodifiableMap(settings);
  }

  private List<String> taxonomies() {
    if (fields.value("taxonomies").isEmpty()) {
      return defaults.taxonomies();
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (Located<String> name : fields.list("taxonomies")) {
      if (Site.TAXONOMIES.contains(name.value())) {
        chosen.add(name.value());
      } else {
        fields.add(
            Code.WRONG_TYPE, name.place(), "'taxonomies' cannot hold '" + Found.cut(name.value()) + "'", Nearest.hint(name.value(), Site.TAXONOMIES));
      }
    }
    return Site.TAXONOMIES.stream().filter(chosen::contains).toList();
  }
}
