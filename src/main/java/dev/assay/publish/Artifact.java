package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;

/// One file of the finished site.
///
/// @param address what it answers to
/// @param stage   when it is replaced
/// @param recipe  names everything its bytes depend on: equal recipes mean equal bytes
/// @param maker   makes the bytes when they are needed
public record Artifact(SitePath address, Stage stage, Digest recipe, Maker maker) {}
