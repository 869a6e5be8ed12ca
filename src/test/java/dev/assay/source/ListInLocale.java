package dev.assay.source;

import dev.assay.problem.SourceText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Prints what a listing finds and the first line of each file, for a process in another locale.
final class ListInLocale {
  private ListInLocale() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SourceListing listing = SourceTree.list(Path.of(args[0]), SourceLimits.DEFAULT, List.of());
    SourceReader reader = new SourceReader(listing.root(), SourceLimits.DEFAULT);
    for (SourceFile file : listing.files()) {
      String text =
          switch (reader.text(file)) {
            case Loaded.Whole<SourceText> whole -> whole.content().line(1);
            case Loaded.Failed<SourceText> failed -> failed.problem().message();
          };
      out.print(file.shown() + ": " + text + "\n");
    }
    listing.problems().forEach(problem -> out.print(problem.place().file() + ": " + problem.message() + "\n"));
  }
}
