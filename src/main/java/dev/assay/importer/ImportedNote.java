package dev.assay.importer;

import java.util.List;
import java.util.Optional;

/// A note as it will be written. Where it really goes depends on what the site has: see [NoteFiles].
///
/// @param path    the wished path below the content's folder: `post/x.md`, or `post/x/index.md` for a note with files
///                beside it
/// @param head    its front matter; what stands in `id` says whether the site has it already
/// @param body    its Markdown, LF at line ends
/// @param files   files that come with it
/// @param remarks what became otherwise than it was in the source
public record ImportedNote(String path, NoteHead head, String body, List<ImportedFile> files, List<Remark> remarks) {
  public ImportedNote {
    files = List.copyOf(files);
    remarks = List.copyOf(remarks);
    if (!path.endsWith(".md")) {
      throw new IllegalArgumentException("a note's path ends with .md: " + path);
    }
  }

  /// The note's feed id, when its head has one.
  public Optional<String> id() {
    return head.text("id");
  }

  /// What the reports call it: its title, or its path.
  public String name() {
    return head.text("title").orElse(path);
  }

  /// The whole file.
  public String text() {
    String text = body.strip();
    return YamlText.head(head) + (text.isEmpty() ? "" : "\n" + body.stripTrailing() + "\n");
  }
}
