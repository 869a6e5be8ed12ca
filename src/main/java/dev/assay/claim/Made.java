package dev.assay.claim;

import dev.assay.note.ClaimDraft;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;

/// One draft in its note. What a vast site's notes say is not in memory together, so it is asked for each time.
record Made(ClaimNote in, int index) {
  ClaimDraft draft() {
    return in.note().claims().get(index);
  }

  String url() {
    return in.url() + "#" + draft().anchor();
  }

  String ownId() {
    return draft().name().map(name -> in.slug() + "#" + name).orElseGet(this::url);
  }

  Problem problem(Severity severity, Code code, String message, String hint) {
    return new Problem(severity, code, draft().place(), message, draft().excerpt(), hint);
  }

  /// Where an option of the claim is written.
  Place place(String key, String written) {
    return draft().options().stream()
        .filter(option -> option.key().equals(key) && option.values().contains(written))
        .map(ClaimDraft.Option::place)
        .findFirst()
        .orElse(draft().place());
  }
}
