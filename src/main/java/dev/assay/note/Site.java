package dev.assay.note;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `content/site.yaml` sets, with every default filled in.
///
/// @param title       the site's name
/// @param baseUrl     where it will be published; ends with `/`; empty when the writer has not said
/// @param description one sentence
/// @param language    the language of files without a language suffix
/// @param languages   all languages of the site, the default one first
/// @param zone        the zone of dates without an offset, and of "today"
/// @param authors     the default authors of notes
/// @param logo        a file under `content/`, for feeds and heads; absent for the theme's own
/// @param strict      whether warnings are errors
/// @param trustedHtml whether raw HTML in notes is passed through unchanged
/// @param permalinks  address patterns by what they address (`post`, `hub`, `page`, `guide`, `tags`, `categories`, …),
///                    with `:slug`, `:year`, `:month`, `:day`, `:section`
/// @param menu        what the head of every page leads to; empty for the default
/// @param pageSize    notes on one page of a list
/// @param feeds       how feeds are made
/// @param claimNames  further words for kinds, by the word in lower case
/// @param fields      the site's own typed front-matter keys: name to type (`text`, `number`, `date`, `list`, `bool`)
/// @param theme       free settings for templates
/// @param taxonomies  the ways of gathering notes that get pages of their own, of [#TAXONOMIES]
/// @param search      whether readers can search the site
/// @param entities    the companies, products and institutions that the site lists
/// @param linkEntities whether the first mention of each in a note leads to its page
/// @param bibliography the files under `content/` that hold the site's sources
/// @param writing     how the text of notes is read where writers differ
/// @param style       the citation style: a name, or a file under `content/`; absent for the default
/// @param sharing what others get of a page: card images, citations, a list for language models
/// @param publish     where it is published, by name; the name is empty where only one place is written down
/// @param pictures    how pictures are published
/// @param policy      what browsers let its pages do
/// @param noteDefaults what notes have in their heads where they do not say otherwise, by folder; `/` for all
public record Site(
    String title,
    String baseUrl,
    String description,
    Language language,
    List<Language> languages,
    ZoneId zone,
    List<Author> authors,
    Optional<String> logo,
    boolean strict,
    boolean trustedHtml,
    Map<String, String> permalinks,
    List<MenuItem> menu,
    int pageSize,
    Feeds feeds,
    Map<String, Kind> claimNames,
    Map<String, String> fields,
    Map<String, String> theme,
    List<String> taxonomies,
    boolean search,
    Entities entities,
    boolean linkEntities,
    List<Located<String>> bibliography,
    Optional<Located<String>> style,
    Writing writing,
    Sharing sharing,
    Map<String, Located<String>> publish,
    PictureSettings pictures,
    PagePolicy policy,
    Map<String, Value.Mapping> noteDefaults) {
  /// Every way of gathering notes, in the order in which a site shows them.
  public static final List<String> TAXONOMIES = List.of("tags", "categories", "series", "authors", "entities");

  public Site {
    languages = List.copyOf(languages);
    authors = List.copyOf(authors);
    menu = List.copyOf(menu);
    taxonomies = List.copyOf(taxonomies);
    bibliography = List.copyOf(bibliography);
  }

  /// Someone who writes.
  ///
  /// @param email empty when not given
  /// @param url   empty when not given
  /// @param names the name in languages that have another form of it
  public record Author(String name, String email, String url, Map<Language, String> names) {
    public Author {
      names = Map.copyOf(names);
    }

    /// One who has one name everywhere.
    public Author(String name, String email, String url) {
      this(name, email, url, Map.of());
    }

    /// The name for readers of a language.
    public String in(Language language) {
      return names.getOrDefault(language, name);
    }

    /// The same for readers of a language.
    public Author forReaders(Language language) {
      return new Author(in(language), email, url);
    }

    private boolean isCalled(String written) {
      return name.equals(written.strip()) || names.containsValue(written.strip());
    }
  }

  /// Who is meant by a name; somebody of that name when the site does not list them.
  public Author author(String written) {
    return authors.stream().filter(author -> author.isCalled(written)).findFirst().orElseGet(() -> new Author(written, "", ""));
  }

  /// Those who wrote a note: whom its head names, else those of the site.
  public List<Author> authors(FrontMatter head) {
    return head.authors().isEmpty() ? authors : head.authors().stream().map(this::author).toList();
  }

  /// One entry of the menu.
  ///
  /// @param label  in languages that have none of their own
  /// @param target an address on the site or elsewhere
  /// @param names  the label in languages of the site that have one of their own
  public record MenuItem(String label, String target, Map<Language, String> names) {
    public MenuItem {
      names = Map.copyOf(names);
    }

    /// One that is called the same everywhere.
    public MenuItem(String label, String target) {
      this(label, target, Map.of());
    }

    /// The label in a language; empty when it has none of its own.
    public Optional<String> name(Language language) {
      return Optional.ofNullable(names.get(language));
    }
  }

  /// How feeds are made.
  ///
  /// @param limit how many items a feed holds
  /// @param full  whether items carry the whole note, or its summary only
  /// @param hub      the WebSub hub's address
  /// @param formats  which of [#FORMATS], at least one
  /// @param archives whether the site's own feed has archives of everything older
  public record Feeds(int limit, boolean full, Optional<String> hub, List<String> formats, boolean archives) {
    /// Every format, the one that suits every reader first.
    public static final List<String> FORMATS = List.of("rss", "atom", "json");

    /// What a site has that asks for nothing else.
    public static final Feeds DEFAULT = new Feeds(20, true, Optional.empty(), FORMATS, true);

    public Feeds {
      formats = List.copyOf(formats);
    }
  }

  /// What others get of a page besides itself.
  ///
  /// @param cards     whether pages have card images
  /// @param cardFonts files under `content/` with the letters of cards, asked before the program's own
  /// @param citations in which of [#CITATIONS] each note can be had for a list of references
  /// @param models    whether there is an `llms.txt`
  public record Sharing(boolean cards, List<Located<String>> cardFonts, List<String> citations, boolean models) {
    /// Every form of a citation.
    public static final List<String> CITATIONS = List.of("bibtex", "ris", "csl-json");

    /// What a site has that asks for nothing else.
    public static final Sharing DEFAULT = new Sharing(true, List.of(), CITATIONS, true);

    public Sharing {
      cardFonts = List.copyOf(cardFonts);
      citations = List.copyOf(citations);
    }
  }

  /// The same site with other further words for kinds.
  public Site withClaimNames(Map<String, Kind> names) {
    return with(names, noteDefaults);
  }

  /// The same site with other defaults for the heads of notes.
  public Site withNoteDefaults(Map<String, Value.Mapping> others) {
    return with(claimNames, others);
  }

  private Site with(Map<String, Kind> names, Map<String, Value.Mapping> heads) {
    return new Site(
        title, baseUrl, description, language, languages, zone, authors, logo, strict, trustedHtml, permalinks, menu, pageSize, feeds, names,
        fields, theme, taxonomies, search, entities, linkEntities, bibliography, style, writing, sharing, publish, pictures, policy,
        heads);
  }

  /// The settings of a folder without `site.yaml`.
  public static Site defaults(String title) {
    return new Site(
        title, "", "", Language.ENGLISH, List.of(Language.ENGLISH), ZoneId.of("UTC"), List.of(), Optional.empty(),
        false, false, Map.of(), List.of(), 20, Feeds.DEFAULT, Map.of(), Map.of(), Map.of(),
        TAXONOMIES, true, Entities.NONE, false, List.of(), Optional.empty(), Writing.DEFAULT, Sharing.DEFAULT, Map.of(), PictureSettings.DEFAULT,
        PagePolicy.STRICT, Map.of());
  }
}
