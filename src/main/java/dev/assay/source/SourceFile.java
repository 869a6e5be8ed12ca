package dev.assay.source;

import dev.assay.note.SourceId;
import java.nio.file.Path;

/// A file that was found and may be read. Its text has not been looked at yet.
///
/// @param id       its path below the content's folder, or below `templates/` for a template
/// @param shown    its path as problems show it, from the site's root: `content/post/x.md`
/// @param kind     what it is for
/// @param size     bytes
/// @param modified when it was last written, in nanoseconds since 1970; equal size and time mean: probably unchanged
/// @param path     where it lies on this machine
public record SourceFile(SourceId id, String shown, SourceKind kind, long size, long modified, Path path) {}
