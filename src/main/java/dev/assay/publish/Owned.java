package dev.assay.publish;

import dev.assay.note.Digest;

/// What Assay wrote into a file.
///
/// @param content its bytes
/// @param stage   when it is replaced
public record Owned(Digest content, Stage stage) {}
