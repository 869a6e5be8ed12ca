package dev.assay.build;

import dev.assay.build.cache.Facets;
import dev.assay.note.Digest;
import dev.assay.note.Note;
import dev.assay.source.SourceFile;

/// A note and the file it came from, at the moment it was read.
///
/// @param bytes names the file's bytes
/// @param facets names its text, and apart from it what else the site sees of it
/// @param fresh whether it was parsed in this build
record ParsedNote(SourceFile file, Digest bytes, Note note, Facets facets, boolean fresh) {}
