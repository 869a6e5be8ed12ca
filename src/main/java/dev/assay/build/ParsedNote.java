package dev.assay.build;

import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.source.SourceFile;

/// A note and the file it came from, at the moment it was read.
///
/// @param bytes names the file's bytes
/// @param fresh whether it was parsed in this build
record ParsedNote(SourceFile file, Digest bytes, Note note, boolean fresh) {}
