package dev.assay.catalog;

import dev.assay.note.SourceId;

/// A note that is not published in this build.
///
/// @param why in the words of a sentence: `is a draft`
/// @param how how to see it nevertheless: `build with --drafts`
public record LeftOut(SourceId source, String slug, String why, String how) {}
