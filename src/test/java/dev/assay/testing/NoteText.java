package dev.assay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.Head;
import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Body;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Located;
import dev.assay.note.Mention;
import dev.assay.note.Note;
import dev.assay.note.Shortcodes;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A note of a text, with no site read around it: no folder, no cache, no shortcodes, and of all entities only `TSMC` and `ASML` are
/// mentioned, where claims have their names.
public final class NoteText {
  private NoteText() {}

  /// Reads a note.
  ///
  /// @param path below `content/`; problems show it so
  public static Note read(Site site, String path, String text) {
    SourceId id = new SourceId(path);
    SourceText source = new SourceText(path, text);
    Head head = FrontMatterReader.read(source, FrontMatterOptions.of(site, id));
    assertEquals(List.of(), head.problems());
    MarkdownOptions options = MarkdownOptions.of(site.languages(), Map.of(), site.trustedHtml());
    MarkdownResult read =
        Markdown.parse(
            new MarkdownInput(
                source, head.bodyOffset(), head.front().title().map(Located::value), language(id), options, Set.of(), Map.of(), Shortcodes.NONE));
    return new Note(
        id, path, Digest.of(text), head.front(), new Body.Held(read.body().digest(), read.body().pieces()), read.headings(), read.textTitle(),
        read.anchors(), read.links(), read.claims(), read.checkpoints(), read.misses(), read.entityRows(), mentions(read.claims()), read.directives(),
        read.roles(), List.of(), read.summary(), read.topics(), read.words(), read.minutes(), read.problems());
  }

  /// The language that a file's name says, `a.ko.md`; else English.
  public static Language language(SourceId id) {
    String[] name = id.fileName().split("\\.", -1);
    return new Language(name.length == 3 ? name[1] : "en");
  }

  private static List<Mention> mentions(List<ClaimDraft> claims) {
    return Stream.of("TSMC", "ASML")
        .map(name -> new Mention(name, IntStream.range(0, claims.size()).filter(i -> claims.get(i).excerpt().contains(name)).boxed().toList()))
        .filter(mention -> !mention.claims().isEmpty())
        .toList();
  }
}
