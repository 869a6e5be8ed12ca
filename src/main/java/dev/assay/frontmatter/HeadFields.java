package dev.assay.frontmatter;

import dev.assay.note.FrontMatter;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.SitePath;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys of a note's head and their types.
final class HeadFields {
  /// What is said otherwise here than in the heads of Hugo, Jekyll and Zola.
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("", "keep a key of your own under 'params'"),
          Map.entry("path", "Zola's 'path' is 'url' here; 'assay import' reads the whole folder"),
          Map.entry("permalink", "Jekyll's 'permalink' is 'url' here; 'assay import' reads the whole folder"),
          Map.entry("redirect_from", "old addresses are 'aliases' here"),
          Map.entry("taxonomies", "write 'tags' and 'categories' by themselves; 'assay import' reads the whole folder"),
          Map.entry("extra", "keep keys of your own under 'params'"),
          Map.entry("cascade", "what holds for a folder stands under 'defaults' in site.yaml"),
          Map.entry("layout", "a page's layout is known by its folder; take it out, or keep it under 'params'"),
          Map.entry("template", "a page's template is known by its folder; take it out, or keep it under 'params'"),
          Map.entry("published", "a note is left out with draft: true"),
          Map.entry("excerpt", "a summary is 'description' here"),
          Map.entry("last_modified_at", "the day of the last change is 'updated' here"));

  /// Every key that a head may have, but for the site's own.
  static final Set<String> KEYS =
      Set.of(
          "title", "date", "updated", "slug", "id", "description", "tags", "categories", "hubs", "pinned", "gathers", "thesis", "question", "series", "authors",
          "follows", "entities", "image", "aliases", "draft", "publish", "expires", "lang", "disclaimer", "weight", "url",
          "math", "typography", "toc", "scenarios", "history", "checkpoints", "corrections", "params", "lastmod", "publishDate",
          "expiryDate", "summary", "keywords");

  private static final String PATH_HINT = "write it from the site's root, like '/post/old-name/'";

  private HeadFields() {}

  record Typed(FrontMatter front, List<Problem> problems) {}

  static Typed read(Value.Mapping mapping, Excerpts excerpts, FrontMatterOptions options) {
    return read(Fields.of(mapping, excerpts), options);
  }

  static Typed read(Fields fields, FrontMatterOptions options) {
    FrontMatter front =
        new FrontMatter(
            fields.located("title"),
            fields.moment("date", options.zone()),
            fields.moment(fields.either("updated", "lastmod"), options.zone()),
            fields.checked("slug", HeadFields::slugFault, "use letters, digits, '-', '_' and '.'"),
            fields.located("id"),
            fields.text(fields.either("description", "summary")),
            fields.texts(fields.either("tags", "keywords")),
            fields.texts("categories"),
            fields.list("hubs"),
            fields.list("pinned"),
            Gatherings.read(fields, options),
            fields.text("thesis"),
            fields.text("question"),
            fields.only("series"),
            fields.texts("authors"),
            fields.list("follows"),
            fields.list("entities"),
            image(fields),
            fields.checkedList("aliases", SitePath::fault, PATH_HINT),
            fields.flag("draft").orElse(false),
            fields.moment(fields.either("publish", "publishDate"), options.zone()),
            fields.moment(fields.either("expires", "expiryDate"), options.zone()),
            fields.checked("lang", HeadFields::languageFault, "write a language tag like en, ko or zh-Hant").map(tag -> new Language(tag.value())),
            fields.text("disclaimer"),
            fields.integer("weight", -1_000_000, 1_000_000),
            fields.checked("url", SitePath::fault, PATH_HINT),
            fields.flag("math"),
            fields.flag("typography"),
            fields.flag("toc"),
            fields.mapping("scenarios"),
            fields.sequence("history"),
            fields.sequence("checkpoints"),
            fields.sequence("corrections"),
            params(fields, options));
    fields.done(List.of(), ELSEWHERE);
    return new Typed(front, fields.problems());
  }

  private static Optional<FrontMatter.Image> image(Fields fields) {
    Optional<Value> value = fields.value("image");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get()) {
      case Value.Scalar _ -> fields.located("image").map(src -> new FrontMatter.Image(src, ""));
      case Value.Mapping mapping -> {
        Fields inner = fields.in(mapping, "image");
        Optional<String> src = inner.required("src");
        String alt = inner.text("alt").orElse("");
        Optional<Located<String>> located = inner.located("src");
        inner.done();
        yield src.isEmpty() ? Optional.empty() : located.map(s -> new FrontMatter.Image(s, alt));
      }
      case Value.Sequence sequence -> {
        fields.wrong("image", sequence, "a file or {src, alt}", "");
        yield Optional.empty();
      }
    };
  }

  /// The free parameters, and with them the site's own fields, of the types that the site has declared.
  private static Optional<Value.Mapping> params(Fields fields, FrontMatterOptions options) {
    Optional<Value.Mapping> free = fields.mapping("params");
    List<Value.Entry> entries = new ArrayList<>(free.map(Value.Mapping::entries).orElse(List.of()));
    for (Map.Entry<String, String> field : options.fields().entrySet()) {
      if (fields.has(field.getKey()) && FieldType.of(field.getValue()).map(type -> type.accepts(fields, field.getKey(), options)).orElse(true)) {
        fields.mapping().entries().stream().filter(entry -> entry.key().equals(field.getKey())).forEach(entries::add);
      }
    }
    return entries.isEmpty() && free.isEmpty()
        ? Optional.empty()
        : Optional.of(new Value.Mapping(entries, free.map(Value.Mapping::place).orElse(fields.mapping().place())));
  }

  private static String languageFault(String tag) {
    return Language.isTag(tag) ? "" : "is not a language tag";
  }

  /// Why a text cannot be the last part of an address; empty when it can.
  static String slugFault(String slug) {
    for (int i = 0; i < slug.length(); i += Character.charCount(slug.codePointAt(i))) {
      int c = slug.codePointAt(i);
      boolean fine = Character.isLetterOrDigit(c) || isMark(c) || c == '-' || c == '_' || c == '.';
      if (!fine) {
        return "has the character '" + (Character.isISOControl(c) ? "\\" : Character.toString(c)) + "'";
      }
    }
    if (slug.startsWith(".") || slug.endsWith(".")) {
      return "begins or ends with a dot";
    }
    return slug.getBytes(StandardCharsets.UTF_8).length > 200 ? "is longer than 200 bytes" : "";
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> c == 0x200C || c == 0x200D;
    };
  }
}
