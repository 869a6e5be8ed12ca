package dev.assay.build;

import dev.assay.frontmatter.SiteReader;
import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import dev.assay.template.Templates;
import java.util.List;
import java.util.Set;

/// What every build needs and what takes a while to be ready: the reader of settings and the theme. A second thread gets it ready while the first
/// still reads the command line; in the half second that a small edit takes, that is a tenth.
public final class Ahead {
  private static final Set<String> BUILDS = Set.of("build", "check", "serve");

  private Ahead() {}

  /// Begins, where a command that builds is called.
  public static void begin(String... args) {
    if (args.length > 0 && BUILDS.contains(args[0]) && Runtime.getRuntime().availableProcessors() > 1) {
      Thread.ofPlatform().name("ahead").daemon().start(Ahead::getReady);
    }
  }

  private static void getReady() {
    Templates.standard();
    SiteReader.read(new SourceText("site.yaml", "title: A site\n"), Site.defaults("A site"), List.of());
  }
}
