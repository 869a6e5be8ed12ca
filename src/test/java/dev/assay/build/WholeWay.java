package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.catalog.Entry;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.publish.Artifact;
import dev.assay.publish.Content;
import dev.assay.publish.Maker;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceListing;
import dev.assay.template.Outcome;
import dev.assay.template.Renderer;
import dev.assay.view.project.Planned;
import dev.assay.view.project.Projection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends one note after another the whole way that a build sends it: head, text, claims, checks, page. The rest of its
/// site is read once.
final class WholeWay implements AutoCloseable {
  private final BuildOptions options;
  private final Reading site;
  private final NoteParser parser;
  private final SourceFile file;
  private final List<ParsedNote> others;
  private final Renderer renderer;

  /// What became of a note.
  ///
  /// @param made the bytes of its page, or of all files of the site; 0 where errors keep them from being made
  record Arrived(Note note, SourceText text, List<Problem> problems, long made) {
    boolean refused() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  /// @param root a site
  /// @param note a note of it, in whose place others are put
  WholeWay(Path root, String note) {
    this.options = Sites.options(root);
    SourceListing listing = FolderReader.list(options);
    this.site = new FolderReader(options, Progress.NONE).read(listing, NoteStore.Use.READ_ONLY);
    this.parser = new NoteParser(site.site(), options.url(site.site()), listing, site.templates());
    this.file = listing.files(SourceKind.NOTE).stream().filter(each -> each.id().value().equals(note)).findFirst().orElseThrow();
    this.others = site.notes().stream().filter(each -> !each.file().equals(file)).toList();
    this.renderer = new Renderer(site.templates());
  }

  /// @param all whether all pages and files of the site are made with it
  Arrived send(String written, boolean all) {
    SourceText text = new SourceText(file.shown(), written);
    Digest bytes = Digest.of(written);
    Note note = parser.parse(file.id(), text, bytes);
    List<ParsedNote> notes = new ArrayList<>(others);
    notes.add(new ParsedNote(file, bytes, note, Facets.of(note), true));
    List<Problem> problems = new ArrayList<>(note.problems());
    Reading reading =
        new Reading(
            site.listing(), site.site(), site.configured(), notes, site.data(), site.tables(), site.assets(), site.templates(), site.sources(), site.fonts(),
            site.store(), List.of());
    Analysis analysis = SiteAnalysis.of(reading, options);
    problems.addAll(analysis.problems());
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Arrived(note, text, SiteBuild.sorted(problems), 0);
    }
    long made = all ? everything(reading, analysis, problems) : page(analysis, problems);
    return new Arrived(note, text, SiteBuild.sorted(problems), made);
  }

  private long page(Analysis analysis, List<Problem> problems) {
    Entry entry = analysis.model().catalog().entry(file.id()).orElseThrow();
    Planned page = new Projection(analysis.model()).page(entry).orElseThrow();
    return switch (renderer.render(page.view())) {
      case Outcome.Rendered(String html) -> html.length();
      case Outcome.Failed failed -> {
        problems.addAll(failed.problems());
        yield 0;
      }
    };
  }

  private long everything(Reading reading, Analysis analysis, List<Problem> problems) {
    SiteAssembly assembly = new SiteAssembly(reading, analysis, Optional.empty());
    long made = 0;
    for (Artifact artifact : assembly.run(assembly.searched(options), 1).artifacts()) {
      switch (artifact.maker().make()) {
        case Maker.Made file -> {
          made += file.bytes().length;
          problems.addAll(file.warnings());
        }
        case Maker.Poured(var content) -> made += size(content);
        case Maker.Failed(List<Problem> why) -> problems.addAll(why);
      }
    }
    return made;
  }

  private static int size(Content content) {
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      content.to(all);
      return all.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    SiteBuild.close(site);
  }
}
