package dev.assay.edit;

import dev.assay.note.Digest;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceLimits;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.util.List;
import java.util.Optional;

/// One note, opened to be changed.
///
/// @param listing the site it belongs to
/// @param file    where it lies
/// @param read    its bytes as they were read
/// @param text    its text
public record NoteFile(SourceListing listing, SourceFile file, Digest read, SourceText text) {
  /// A note, or why it cannot be changed.
  public sealed interface Opened {
    record Open(NoteFile note) implements Opened {}

    record Refused(Problem problem) implements Opened {}
  }

  /// Opens a note of a site.
  public static Opened open(SourceListing listing, SourceId id) {
    Optional<SourceFile> file = listing.files().stream().filter(each -> each.id().equals(id)).findFirst();
    if (file.isEmpty()) {
      return new Opened.Refused(
          Problem.ofFile(Severity.ERROR, Code.EDIT, listing.prefix() + id, "there is no note '" + listing.prefix() + id + "'", ""));
    }
    return switch (new SourceReader(listing.root(), SourceLimits.DEFAULT).text(file.get())) {
      case Loaded.Whole<SourceText> whole -> new Opened.Open(new NoteFile(listing, whole.file(), whole.digest(), whole.content()));
      case Loaded.Failed<SourceText> failed -> new Opened.Refused(failed.problem());
    };
  }

  /// Changes the head and writes the file.
  ///
  /// @return why the file is as it was; empty when it says what it should now
  public Optional<Problem> changeHead(List<HeadChange> changes) {
    return switch (HeadEditor.change(text, changes)) {
      case Edited.Done(String changed) -> write(changed);
      case Edited.Refused(Problem problem) -> Optional.of(problem);
    };
  }

  /// Writes another text in the place of this one.
  ///
  /// @return why the file is as it was
  public Optional<Problem> write(String changed) {
    return changed.equals(text.text()) ? Optional.empty() : new FileChanges(listing.root()).rewrite(file, read, changed).commit();
  }
}
