package dev.assay.view;

import java.util.List;

/// A list of notes: a section, a tag, a category, an author, the archive.
///
/// @param frame      what surrounds it
/// @param kind       `section`, `tag`, `category`, `series`, `author`, `entity`, `archive`
/// @param heading    what is listed, plain text: the tag's name
/// @param intro      what the writer says about the list, markup; empty when nothing
/// @param total      how many notes the whole list has
/// @param mix        their claims together
/// @param groups     the notes of this page
/// @param pagination where this page stands
public record ListPage(
    FrameView frame,
    String kind,
    String heading,
    Markup intro,
    int total,
    Mix mix,
    List<NoteGroup> groups,
    Pagination pagination)
    implements PageView {
  public ListPage {
    groups = List.copyOf(groups);
  }

  /// Notes under a common head.
  ///
  /// @param label a year; empty when the list is not divided
  /// @param notes the notes in order
  public record NoteGroup(String label, List<NoteCard> notes) {
    public NoteGroup {
      notes = List.copyOf(notes);
    }
  }
}
