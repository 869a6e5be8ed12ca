/// Artifacts to disk, journalled: the only writer under the output folder.
///
/// This room knows addresses, bytes, digests and files. It must never know what a page, a feed or a note is: what an
/// artifact depends on reaches it as one digest, and its bytes come from a [dev.assay.publish.Maker].
@NullMarked
package dev.assay.publish;

import org.jspecify.annotations.NullMarked;
