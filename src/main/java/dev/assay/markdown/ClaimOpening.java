package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import java.util.Optional;

/// The beginning of a claim: what its tag, heading or directive says before its content is written.
///
/// @param written the tag as safe markup; empty when there is none
/// @param source  the address behind the tag, `[Fact](url)`
/// @param options what its name and options say
/// @param content its text without tag and options; empty for a directive, whose content is blocks
/// @param start   where the tag or the text begins in the file
/// @param end     where the tag or the first word ends
record ClaimOpening(
    Kind kind,
    ClaimDraft.Form form,
    String written,
    Optional<Inline.Address> source,
    ClaimOptions.Reading options,
    Prose content,
    int start,
    int end) {
  /// The same claim with further options.
  ClaimOpening with(ClaimOptions.Reading further) {
    return new ClaimOpening(kind, form, written, source, options.and(further), content, start, end);
  }

  /// The same claim with an address behind its tag, where it has none yet.
  ClaimOpening from(Optional<Inline.Address> address) {
    return new ClaimOpening(kind, form, written, source.or(() -> address), options, content, start, end);
  }
}
