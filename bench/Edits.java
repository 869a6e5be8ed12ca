import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.build.SiteSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Edits notes of a site one after the other, and measures what `assay serve` does after each save: the build in a process that
/// has built the site before. What readers search is brought up to date after that, and not measured. See bench/README.md.
///
/// Arguments: the site's folder, how many edits (200 when not given).
void main(String[] arguments) throws IOException {
  Path root = Path.of(arguments[0]);
  int edits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
  BuildOptions options = BuildOptions.of(root).withOutput(root.resolve(".assay").resolve("preview")).withBaseUrl("http://localhost:4000/");
  List<Path> notes;
  try (Stream<Path> files = Files.walk(root.resolve("content"))) {
    notes = files.filter(file -> file.toString().endsWith(".md") && file.getParent().endsWith("post")).sorted().toList();
  }
  try (SiteSession session = SiteBuild.session(options)) {
    IO.println(String.format(Locale.ROOT, "%,d notes, first build %.1f s", notes.size(), seconds(session)));
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < edits; i++) {
      Path note = notes.get(Math.floorMod(i * 7919, notes.size()));
      Files.writeString(note, "\nA sentence more, the " + i + "th of its kind.\n", StandardOpenOption.APPEND);
      all.add(seconds(session) * 1000);
      session.settle();
      if ((i + 1) % 50 == 0) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        IO.println(
            String.format(
                Locale.ROOT, "edits %d to %d: median %.0f ms, nine of ten within %.0f ms, worst %.0f ms; %d MB in use", i - 48, i + 1,
                part(all, i - 49, 0.5), part(all, i - 49, 0.9), part(all, i - 49, 1), (runtime.totalMemory() - runtime.freeMemory()) >> 20));
      }
    }
  }
}

double part(List<Double> all, int from, double share) {
  List<Double> some = all.subList(from, all.size()).stream().sorted().toList();
  return some.get((int) Math.min(some.size() - 1, Math.floor(share * some.size())));
}

double seconds(SiteSession session) {
  long start = System.nanoTime();
  BuildReport report = session.build(Progress.NONE);
  if (!report.succeeded()) {
    throw new IllegalStateException(report.problems().toString());
  }
  return (System.nanoTime() - start) / 1e9;
}
