package dev.assay.build;

import dev.assay.catalog.Addresses;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.export.LlmsText;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.source.SourceFile;
import dev.assay.view.project.Cut;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the site says to language models, in each of its languages: hubs first, then the newest notes with what they claim, then
/// the guide, and last the files in which all of it can be had.
final class LlmsStep {
  private static final String FILE = "/llms.txt";
  private static final int NOTES = 200;
  private static final int SENTENCE = 300;

  private final Model model;
  private final Projection projection;

  LlmsStep(Model model, Projection projection) {
    this.model = model;
    this.projection = projection;
  }

  /// Where the files lie; none for a site that has no address, wants none, or has one of its own.
  static List<SitePath> addresses(Site site, String url, Collection<SourceFile> own, Collection<Language> languages) {
    boolean any = site.sharing().models() && !url.isEmpty() && own.stream().noneMatch(file -> ("/" + file.id().value()).equals(FILE));
    return any ? languages.stream().map(language -> address(site, language)).toList() : List.of();
  }

  private static SitePath address(Site site, Language language) {
    return new Addresses(site).at(language, FILE);
  }

  /// The files by their addresses.
  Map<SitePath, byte[]> files(Collection<SourceFile> own) {
    Map<SitePath, byte[]> files = new LinkedHashMap<>();
    List<SitePath> wanted = addresses(model.site(), model.base().url(), own, model.catalog().languages());
    for (Language language : model.catalog().languages()) {
      SitePath address = address(model.site(), language);
      if (wanted.contains(address)) {
        files.put(address, file(language));
      }
    }
    return files;
  }

  private byte[] file(Language language) {
    List<Entry> posts = model.catalog().posts(language);
    List<LlmsText.Section> sections =
        List.of(
            new LlmsText.Section(
                word(language, "menu.hubs"),
                model.catalog().hubs().stream().map(Hub::entry).filter(hub -> hub.language().equals(language)).map(this::link).toList()),
            new LlmsText.Section(word(language, "menu.posts"), posts.stream().limit(NOTES).map(this::link).toList()),
            new LlmsText.Section(word(language, "llms.pages"), model.catalog().of(NoteType.PAGE, language).stream().map(this::link).toList()),
            new LlmsText.Section(word(language, "menu.guide"), model.catalog().of(NoteType.GUIDE, language).stream().map(this::link).toList()),
            // This heading is a word of the format.
            new LlmsText.Section("Optional", further(language, posts.size() > NOTES)));
    String description =
        model.catalog().of(NoteType.HOME, language).stream().findFirst().flatMap(home -> home.note().head().description()).orElse(model.site().description());
    List<String> notes = model.ledger().claims().isEmpty() ? List.of() : List.of(word(language, "llms.claims"));
    return LlmsText.write(model.site().title(), description, notes, sections);
  }

  private String word(Language language, String key) {
    return model.words().of(language, key);
  }

  private LlmsText.Link link(Entry entry) {
    String summary = entry.note().head().thesis().orElseGet(() -> projection.summary(entry));
    List<String> parts = new ArrayList<>();
    if (entry.type() == NoteType.POST) {
      entry.date().ifPresent(date -> parts.add(date.toLocalDate().toString()));
    }
    for (Kind kind : Kind.values()) {
      int number = (int) entry.note().claims().stream().filter(claim -> claim.kind() == kind).count();
      if (number > 0) {
        parts.add(model.words().of(entry.language(), "count." + kind.word(), number));
      }
    }
    String about = Stream.of(Cut.words(summary, SENTENCE), parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")").filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    return new LlmsText.Link(entry.title(), model.base().absolute(entry.address()), about);
  }

  private List<LlmsText.Link> further(Language language, boolean more) {
    List<LlmsText.Link> links = new ArrayList<>();
    Addresses addresses = model.catalog().addresses();
    if (more) {
      links.add(new LlmsText.Link(word(language, "menu.archive"), model.base().absolute(addresses.at(language, "/archive/")), ""));
    }
    if (!model.ledger().claims().isEmpty()) {
      links.add(new LlmsText.Link(word(language, "menu.claims"), model.base().absolute(new SitePath("/claims.json")), word(language, "llms.ledger")));
    }
    links.add(new LlmsText.Link(word(language, "menu.feeds"), model.base().absolute(addresses.at(language, "/feeds/")), ""));
    for (Language other : model.catalog().languages()) {
      if (!other.equals(language)) {
        links.add(
            new LlmsText.Link(
                other.locale().getDisplayLanguage(other.locale()), model.base().absolute(address(model.site(), other)), ""));
      }
    }
    return links;
  }
}
