package dev.assay.build;

import dev.assay.cost.Read;
import dev.assay.cost.SiteCosts;
import dev.assay.note.Site;
import dev.assay.problem.Problem;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import dev.assay.template.ShortcodeTemplates;
import dev.assay.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a site's folder says of itself, for whoever does not build it.
public final class SiteSurvey {
  private SiteSurvey() {}

  /// The settings of a site; the defaults where there are none.
  public static Site settings(Path root) {
    return FolderReader.settings(FolderReader.list(BuildOptions.of(root)));
  }

  /// The errors that keep a site's settings from being known; what is made by the defaults instead would be wrong for ever.
  public static List<Problem> faultsOfSettings(Path root) {
    SourceListing listing = FolderReader.list(BuildOptions.of(root));
    List<Problem> problems = new ArrayList<>(listing.problems());
    FolderReader.settings(listing, new SourceReader(listing.root(), SourceLimits.DEFAULT), problems);
    return SiteBuild.sorted(problems.stream().filter(problem -> problem.isError() && problem.place().file().matches("[.]?|content|(?:content/)?site\\.[a-z]+")).toList());
  }

  /// The folders of a site's content that hold notes.
  public static List<String> sections(Path root) {
    return FolderReader.list(BuildOptions.of(root)).sections();
  }

  /// The folder that holds a site's content.
  public static Path content(Path root) {
    return FolderReader.list(BuildOptions.of(root)).content();
  }

  /// The theme under a site's own templates.
  public static Templates templates(Path root) {
    BuildOptions options = BuildOptions.of(root);
    SourceListing listing = FolderReader.list(options);
    return new FolderReader(options, Progress.NONE).templates(listing, new SourceReader(listing.root(), SourceLimits.DEFAULT));
  }

  /// The shortcodes that a site's notes may call.
  public static ShortcodeTemplates shortcodes(Path root) {
    Site site = settings(root);
    return new NoteParser(site, site.baseUrl(), FolderReader.list(BuildOptions.of(root)), templates(root)).shortcodes();
  }

  /// The cost catalog and scenarios of a site; the shipped catalog and none for a folder that is no site.
  public static Read<SiteCosts> costs(Path root) {
    return SiteBuild.again(() -> readCosts(root));
  }

  private static Read<SiteCosts> readCosts(Path root) {
    BuildOptions options = BuildOptions.of(root);
    SourceListing listing = FolderReader.list(options);
    Reading reading = new FolderReader(options, Progress.NONE).read(listing, NoteStore.Use.READ_ONLY);
    try {
      Read<SiteCosts> costs = WrittenScenarios.all(reading);
      Excerpts excerpts = new Excerpts(listing.files(), new SourceReader(listing.root(), SourceLimits.DEFAULT));
      return new Read<>(costs.value(), excerpts.fill(costs.problems()));
    } finally {
      SiteBuild.close(reading);
    }
  }
}
