package dev.assay.publish;

import dev.assay.note.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a publication is about to do, in order. Once it lies whole on the disk, the publication will be completed, if
/// not by this run then by the next; each step may be done twice.
record Journal(List<Step> steps) {
  /// Its name in the staging folder.
  static final String NAME = "journal";

  static final String HEADER = "assay-journal 2\n";
  private static final String END = "end ";
  private static final String NOTHING = "-".repeat(32);

  Journal {
    steps = List.copyOf(steps);
  }

  /// One change below the output folder.
  sealed interface Step {
    String file();
  }

  /// Puts a staged file into its place.
  ///
  /// @param staged  its name in the staging folder
  /// @param content its digest
  /// @param instead the digest of what lies there now; empty when nothing does
  record Move(String staged, String file, Digest content, Optional<Digest> instead) implements Step {}

  /// Deletes a file if it still has the content it had, and the folders of ours that become empty.
  record Delete(String file, Digest content) implements Step {}

  byte[] bytes() {
    StringBuilder text = new StringBuilder(HEADER);
    for (Step step : steps) {
      switch (step) {
        case Move move ->
            text.append("move ").append(move.content().hex()).append(' ')
                .append(move.instead().map(Digest::hex).orElse(NOTHING)).append(' ')
                .append(move.staged()).append(' ').append(move.file()).append('\n');
        case Delete delete -> text.append("delete ").append(delete.content().hex()).append(' ').append(delete.file()).append('\n');
      }
    }
    return SealedText.seal(text, END);
  }

  /// Reads a journal; empty when it is damaged, cut off or of another version.
  static Optional<Journal> read(byte[] bytes) {
    Optional<String> body = SealedText.opened(bytes, HEADER, END);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (String line : body.get().split("\n", -1)) {
      if (!line.isEmpty()) {
        Optional<Step> step = line.startsWith("move ") ? move(line) : delete(line);
        if (step.isEmpty()) {
          return Optional.empty();
        }
        steps.add(step.get());
      }
    }
    return Optional.of(new Journal(steps));
  }

  private static Optional<Step> move(String line) {
    String[] parts = line.split(" ", 5);
    if (parts.length < 5 || !parts[3].matches("[a-z0-9]+") || !Ownership.isFile(parts[4])) {
      return Optional.empty();
    }
    Optional<Digest> instead = SealedText.digest(parts[2], 0);
    if (instead.isEmpty() && !parts[2].equals(NOTHING)) {
      return Optional.empty();
    }
    return SealedText.digest(parts[1], 0).map(content -> new Move(parts[3], parts[4], content, instead));
  }

  private static Optional<Step> delete(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 3 || !parts[0].equals("delete") || !Ownership.isFile(parts[2])) {
      return Optional.empty();
    }
    return SealedText.digest(parts[1], 0).map(content -> new Delete(parts[2], content));
  }
}
