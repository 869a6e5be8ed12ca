package dev.assay.build;

import dev.assay.card.CardFonts;
import dev.assay.note.Note;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceListing;
import dev.assay.template.Templates;
import java.util.List;
import java.util.Map;

/// A site's folder, read.
///
/// @param configured whether the folder has settings of its own
/// @param notes      every readable note, in the order of their files
/// @param data       the mappings of data files, by the file's path below the content's folder
/// @param tables     the site's own tables of the cost catalog, by file name
/// @param assets     files to publish as they are
/// @param templates  the theme under the site's own templates
/// @param sources    the bibliography and the style of citations
/// @param fonts     draw the letters of card images
/// @param store      holds the notes' bodies; whoever has done with them closes it
record Reading(
    SourceListing listing,
    Site site,
    boolean configured,
    List<ParsedNote> notes,
    Map<String, Value.Mapping> data,
    Map<String, SourceText> tables,
    List<SourceFile> assets,
    Templates templates,
    BibliographyStep.Sources sources,
    CardFonts fonts,
    NoteStore store,
    List<Problem> problems) {
  /// The notes themselves.
  List<Note> values() {
    return notes.stream().map(ParsedNote::note).toList();
  }

  /// How many notes were parsed in this build.
  int parsed() {
    return (int) notes.stream().filter(ParsedNote::fresh).count();
  }
}
