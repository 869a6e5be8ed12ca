package dev.assay.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option by which a command that changes notes finds their site.
final class SiteFolder {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--root", paramLabel = "DIR",
      description = "The site's folder. Default: the current folder, or the one Assay came with.")
  private @Nullable Path root;

  Path folder() {
    Path asked = root;
    if (asked != null && !Files.isDirectory(asked)) {
      throw usage("--root: '" + asked + "' is not a folder");
    }
    return asked == null ? SiteFlags.usual() : asked;
  }

  ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("options without a command");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
