package dev.assay.frontmatter;

import dev.assay.note.Located;
import dev.assay.note.PagePolicy;
import dev.assay.note.PictureSettings;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.note.WebAddress;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the settings of what is made beside pages: feeds, cards and citations, pictures; and of where all of it goes.
final class OutputReader {
  private static final Map<String, String> METADATA = Map.of("none", "none", "copyright", "copyright", "all", "all");

  private final Fields fields;
  private final Site defaults;

  OutputReader(Fields fields, Site defaults) {
    this.fields = fields;
    this.defaults = defaults;
  }

  Site.Feeds feeds() {
    Optional<Value.Mapping> mapping = fields.mapping("feeds");
    if (mapping.isEmpty()) {
      return defaults.feeds();
    }
    Fields inner = fields.in(mapping.get(), "feeds");
    Site.Feeds feeds =
        new Site.Feeds(
            inner.integer("limit", 1, 1_000).orElse(defaults.feeds().limit()),
            inner.choice("content", Map.of("full", true, "summary", false)).orElse(defaults.feeds().full()),
            inner.checked("hub", Addresses::webFault, "write the whole address of a WebSub hub").map(Located::value).map(WebAddress::ascii).or(() -> defaults.feeds().hub()),
            formats(inner),
            inner.flag("archives").orElse(defaults.feeds().archives()));
    inner.done();
    return feeds;
  }

  Site.Sharing sharing() {
    return new Site.Sharing(
        fields.flag("cards").orElse(defaults.sharing().cards()),
        fields.checkedList("card_fonts", Addresses::fileFault, "name a file under 'content'"),
        citations(),
        fields.flag("llms").orElse(defaults.sharing().models()));
  }

  /// An empty list is a choice, too.
  private List<String> citations() {
    if (fields.value("citations").isEmpty()) {
      return defaults.sharing().citations();
    }
    List<Located<String>> written = fields.list("citations");
    for (Located<String> name : written) {
      if (!Site.Sharing.CITATIONS.contains(name.value())) {
        fields.add(
            Code.WRONG_TYPE, name.place(), "'citations' cannot hold '" + Found.cut(name.value()) + "'", Nearest.hint(name.value(), Site.Sharing.CITATIONS));
      }
    }
    return Site.Sharing.CITATIONS.stream().filter(form -> written.stream().anyMatch(name -> name.value().equals(form))).toList();
  }

  PictureSettings pictures() {
    Optional<Value.Mapping> mapping = fields.mapping("images");
    if (mapping.isEmpty()) {
      return defaults.pictures();
    }
    Fields inner = fields.in(mapping.get(), "images");
    PictureSettings usual = defaults.pictures();
    List<Integer> widths =
        inner.checkedList("widths", text -> text.matches("[1-9][0-9]{1,3}") ? "" : "is not a width in pixels from 10 to 9999", "write widths: [480, 960, 1440]").stream()
            .map(width -> Integer.valueOf(width.value()))
            .distinct()
            .sorted()
            .toList();
    PictureSettings pictures =
        new PictureSettings(
            inner.flag("resize").orElse(usual.resize()),
            widths.isEmpty() ? usual.widths() : widths,
            inner.integer("quality", 1, 100).orElse(usual.quality()),
            inner.flag("webp").orElse(usual.webp()),
            inner.checked("sizes", text -> text.length() > 300 || text.matches("(?s).*[<>\"&].*") ? "is not a list of sizes" : "", "write it as in HTML: (min-width: 41rem) 37rem, 92vw").map(Located::value).orElse(usual.sizes()),
            inner.choice("metadata", METADATA).orElse(usual.kept()));
    inner.done();
    return pictures;
  }

  /// What browsers let pages do. Whoever trusts the raw HTML of notes has scripts in them that the strict policy would stop.
  PagePolicy policy(boolean trusted) {
    Optional<Value> written = fields.value("policy");
    if (written.isEmpty()) {
      return trusted ? PagePolicy.NONE : defaults.policy();
    }
    if (!(written.get() instanceof Value.Mapping)) {
      return fields.choice("policy", Map.of("none", PagePolicy.NONE, "strict", PagePolicy.STRICT)).orElse(defaults.policy());
    }
    Map<String, List<String>> more = new LinkedHashMap<>();
    fields.mapping("policy").ifPresent(
        mapping -> {
          Fields inner = fields.in(mapping, "policy");
          for (String directive : PagePolicy.DIRECTIVES) {
            List<String> sources = sources(inner, directive);
            if (!sources.isEmpty()) {
              more.put(directive, sources);
            }
          }
          inner.done();
        });
    return new PagePolicy(true, more);
  }

  /// Browsers pass over in silence what they do not take for a source, so that whoever wrote it would wonder.
  private static List<String> sources(Fields inner, String directive) {
    List<Located<String>> written = inner.list(directive);
    boolean alone = written.size() == 1 && !PagePolicy.hasOwn(directive);
    List<String> sources = new ArrayList<>();
    for (Located<String> source : written) {
      String text = source.value();
      String cannot = "'policy." + directive + "' cannot be '" + Found.cut(text) + "': it ";
      if (PagePolicy.isBareWord(text)) {
        inner.add(Code.WRONG_TYPE, source.place(), cannot + "is a word that browsers know in single quotes only", "write \"'" + text + "'\"");
      } else if (PagePolicy.isNothing(text) && !alone) {
        inner.add(Code.WRONG_TYPE, source.place(), cannot + "means nothing beside other sources", PagePolicy.hasOwn(directive) ? "leave it out: what is written here is added to what pages need" : "leave it out, or the others");
      } else if (PagePolicy.isEverythingBelow(text)) {
        inner.add(Code.WRONG_TYPE, source.place(), cannot + "allows nothing, as a path cannot have a star", "write '" + Found.cut(text.substring(0, text.length() - 1)) + "', which is everything below");
      } else if (!PagePolicy.isSource(text)) {
        inner.add(Code.WRONG_TYPE, source.place(), cannot + "is not a source of a policy", "write an origin like https://example.org");
      } else {
        sources.add(text);
      }
    }
    return List.copyOf(sources);
  }

  private List<String> formats(Fields inner) {
    List<Located<String>> written = inner.list("formats");
    for (Located<String> name : written) {
      if (!Site.Feeds.FORMATS.contains(name.value())) {
        inner.add(Code.WRONG_TYPE, name.place(), "'feeds.formats' cannot hold '" + Found.cut(name.value()) + "'", Nearest.hint(name.value(), Site.Feeds.FORMATS));
      }
    }
    List<String> chosen = Site.Feeds.FORMATS.stream().filter(format -> written.stream().anyMatch(name -> name.value().equals(format))).toList();
    return chosen.isEmpty() ? defaults.feeds().formats() : chosen;
  }

  /// One place, or some by name.
  Map<String, Located<String>> publish() {
    Map<String, Located<String>> places = new LinkedHashMap<>();
    if (fields.value("publish").orElse(null) instanceof Value.Mapping) {
      SiteReader.eachKey(fields, "publish", (key, inner) -> inner.located(key).ifPresent(place -> places.put(key, place)));
    } else {
      fields.located("publish").ifPresent(place -> places.put("", place));
    }
    return Collections.unmodifiableMap(places);
  }
}
