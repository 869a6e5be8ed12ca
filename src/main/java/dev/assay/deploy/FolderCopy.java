package dev.assay.deploy;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Owned;
import dev.assay.publish.Published;
import dev.assay.publish.Publisher;
import dev.assay.publish.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A copy of the built site in another folder of this machine, written just as the output folder is: with a journal, each file
/// at once, and only Assay's own files replaced or deleted.
///
/// @param output the built site
/// @param folder the copy
record FolderCopy(Path root, Path output, Path folder, List<Piece> pieces) {
  DeployReport run(Deployment.Options options) throws IOException {
    Path from = output.toAbsolutePath().normalize();
    if (folder.startsWith(from) || from.startsWith(folder)) {
      String fault = folder.equals(from) ? "that is the folder that 'assay build' writes to" : "that folder and the one that 'assay build' writes to lie in each other";
      return DeployReport.failed(folder.toString(), List.of(Deployment.problem(fault, "publish to another folder")));
    }
    SortedMap<String, Owned> there = Published.read(folder).files();
    Set<String> current = new HashSet<>();
    for (Piece piece : pieces) {
      Owned owned = there.get(piece.file());
      if (owned != null && owned.content().equals(piece.content()) && Files.isRegularFile(folder.resolve(piece.file()), LinkOption.NOFOLLOW_LINKS)) {
        current.add(piece.file());
      }
    }
    Difference difference = Difference.of(pieces, current, there.keySet());
    if (options.dry()) {
      SortedMap<String, Digest> contents = new TreeMap<>();
      pieces.forEach(piece -> contents.put(piece.file(), piece.content()));
      List<Problem> clashes = new Publisher(root, folder).clashes(contents).stream().map(FolderCopy::told).toList();
      return difference.report(folder.toString(), "", clashes);
    }
    List<Artifact> artifacts = pieces.stream().map(FolderCopy::artifact).toList();
    Publisher.Options usual = Publisher.Options.of(Runtime.getRuntime().availableProcessors());
    Report report =
        new Publisher(root, folder).publish(artifacts, new Publisher.Options(usual.jobs(), options.verify(), false, false, usual.patience()));
    List<Problem> problems = report.problems().stream().map(FolderCopy::told).toList();
    return difference.report(folder.toString(), "", problems);
  }

  private static Artifact artifact(Piece piece) {
    return new Artifact(new SitePath("/" + piece.file()), piece.stage(), piece.content(), () -> made(piece));
  }

  private static Maker.Result made(Piece piece) {
    try {
      return new Maker.Made(Pieces.bytes(piece));
    } catch (IOException e) {
      return new Maker.Failed(List.of(Deployment.problem("a file of the built site cannot be read: " + e.getMessage(), "publish again")));
    }
  }

  /// The folder has no option `--output` here.
  private static Problem told(Problem problem) {
    String hint = problem.hint().replace("choose another output folder with --output", "publish to another folder").replace("choose a folder of its own with --output", "publish to a folder of its own").replace("build again", "publish again");
    return new Problem(problem.severity(), problem.code(), problem.place(), problem.message(), problem.excerpt(), hint);
  }
}
