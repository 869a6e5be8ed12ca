package dev.assay.publish;

import dev.assay.note.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries out a journal. Each step looks at what is there first, so that a journal that was carried out in part can be
/// carried out again, and nothing is touched that came in between.
///
/// @param foreign folders that stay when they become empty
/// @param checked whether staged files are known to be whole because this very run wrote them
record Commit(OutputFolder out, Disk disk, Staging staging, Set<String> foreign, boolean checked) {

  /// Carries out all steps. Returns the files that somebody else has put in the way in the meantime; they are untouched.
  List<String> run(Journal journal) throws IOException {
    out.lookAgain();
    List<String> inTheWay = new ArrayList<>();
    for (Journal.Step step : journal.steps()) {
      switch (step) {
        case Journal.Move move -> {
          if (!move(move)) {
            inTheWay.add(move.file());
          }
        }
        case Journal.Delete delete -> delete(delete);
      }
    }
    return inTheWay;
  }

  private boolean move(Journal.Move move) throws IOException {
    if (!checked && !isWhole(move)) {
      return true;
    }
    if (out.obstacle(move.file()).isPresent()) {
      return false;
    }
    Optional<Disk.Stat> there = disk.stat(out.at(move.file()));
    if (there.isPresent() && !there.get().isFile()) {
      return false;
    }
    if (there.isPresent() && move.instead().isEmpty()) {
      return disk.digest(out.at(move.file())).equals(move.content());
    }
    out.makeWay(move.file());
    disk.move(staging.at(move.staged()), out.at(move.file()));
    return true;
  }

  /// False when the staged file is in its place already, or was lost with the power before it was safe on the disk: then
  /// the file in its place is still the old one, whole, and the publication that follows makes it again.
  private boolean isWhole(Journal.Move move) throws IOException {
    Optional<Disk.Stat> staged = disk.stat(staging.at(move.staged()));
    return staged.isPresent() && staged.get().isFile() && disk.digest(staging.at(move.staged())).equals(move.content());
  }

  private void delete(Journal.Delete delete) throws IOException {
    if (out.obstacle(delete.file()).isPresent()) {
      return;
    }
    Optional<Disk.Stat> there = disk.stat(out.at(delete.file()));
    if (there.isPresent() && there.get().isFile() && hasContent(delete.file(), delete.content())) {
      disk.delete(out.at(delete.file()));
    }
    prune(OutputFolder.parent(delete.file()));
  }

  private boolean hasContent(String file, Digest content) throws IOException {
    return disk.digest(out.at(file)).equals(content);
  }

  private void prune(String folder) throws IOException {
    String empty = folder;
    while (!empty.isEmpty() && !foreign.contains(empty)) {
      Optional<Disk.Stat> there = disk.stat(out.at(empty));
      if (there.isPresent() && (!there.get().isFolder() || !disk.names(out.at(empty)).isEmpty())) {
        return;
      }
      if (there.isPresent()) {
        out.forget(empty);
        disk.delete(out.at(empty));
      }
      empty = OutputFolder.parent(empty);
    }
  }
}
