package dev.assay.markdown;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Link;
import dev.assay.note.Located;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes claims and keeps what they say. A claim is finished at the end of the text, because the sources in its
/// footnotes are known only then.
final class Claims {
  private final Draft draft;
  private final Output out;
  private final List<Optional<Kept>> kept = new ArrayList<>();

  private record Kept(
      ClaimOpening opening, Optional<String> name, List<Piece> pieces, String section, int linksFrom, int linksTo,
      List<String> footnotes) {}

  Claims(Draft draft, Output out) {
    this.draft = draft;
    this.out = out;
  }

  /// Writes a claim: its host element and, inside, the sign, the content and the place for evidence.
  ///
  /// @param host    `li`, `p`, `td` or `div`
  /// @param extra   further attributes of the host, beginning with a space, or empty
  /// @param content writes the content and says which footnotes it marks
  void write(String host, String extra, ClaimOpening opening, Supplier<List<String>> content) {
    int index = kept.size();
    kept.add(Optional.empty());
    opening.options().problems().forEach(draft::problem);
    Optional<String> name = opening.options().name().filter(this::isFree).map(Located::value);
    String section = draft.section();
    out.html("<" + host + extra).hole(new Piece.ClaimAttributes(index)).html(">").hole(new Piece.ClaimTag(index)).html(" ");
    int linksFrom = draft.links().size();
    opening.source().ifPresent(this::source);
    int mark = out.mark();
    List<String> footnotes = content.get();
    List<Piece> pieces = LedgerPieces.of(out.since(mark));
    int linksTo = draft.links().size();
    out.hole(new Piece.ClaimEnd(index)).html("</" + host + ">");
    kept.set(index, Optional.of(new Kept(opening, name, pieces, section, linksFrom, linksTo, footnotes)));
  }

  private boolean isFree(Located<String> name) {
    if (draft.anchors().claim(name.value())) {
      return true;
    }
    Place place = name.place();
    draft.problem(
        draft.source().problem(
            dev.assay.problem.Severity.ERROR, Code.CLAIM_NAME, place,
            "the name '" + name.value() + "' is taken in this note", "choose another name; a name stands once in a note"));
    return false;
  }

  private void source(Inline.Address address) {
    String target = Schemes.cleaned(address.target());
    Place place = draft.source().place(address.fileStart(), address.fileEnd());
    if (Schemes.mayFollow(target)) {
      draft.describe(draft.add(target, Link.Role.FOLLOW, place), "", "");
    } else {
      draft.removed(
          address.fileStart(), address.fileEnd(),
          "the source was left out, because '" + Schemes.scheme(target) + ":' is not an address that pages may lead to",
          "use http, https or a path");
    }
  }

  /// All claims, once the text is written.
  ///
  /// @param footnotes the footnotes in use, with the links in them
  List<ClaimDraft> finished(List<Footnotes.Use> footnotes) {
    Map<String, Footnotes.Use> byLabel = new HashMap<>();
    footnotes.forEach(use -> byLabel.put(LinkSyntax.normalised(use.note().label()), use));
    List<ClaimDraft> drafts = new ArrayList<>();
    for (Optional<Kept> claim : kept) {
      drafts.add(finished(claim.orElseThrow(), byLabel));
    }
    return drafts;
  }

  private ClaimDraft finished(Kept claim, Map<String, Footnotes.Use> footnotes) {
    ClaimOpening opening = claim.opening();
    String words = PlainText.of(claim.pieces(), _ -> "", _ -> "");
    String anchor = claim.name().orElseGet(() -> draft.anchors().like(address(claim.section(), words)));
    Place place = draft.source().place(opening.start(), opening.end());
    return new ClaimDraft(
        opening.kind(), opening.form(), claim.name(), anchor, opening.options().options(), opening.written(),
        claim.pieces(), links(claim, footnotes), claim.section(), place, draft.source().line(place.line()));
  }

  /// The address of a claim without a name: its section and six digits of its words' digest, so that it stays when
  /// other claims come and go.
  private static String address(String section, String words) {
    return (section.isEmpty() ? "claim" : section) + "-" + Digest.of(words).hex().substring(0, 6);
  }

  private static List<Integer> links(Kept claim, Map<String, Footnotes.Use> footnotes) {
    List<Integer> links = new ArrayList<>();
    for (int i = claim.linksFrom(); i < claim.linksTo(); i++) {
      links.add(i);
    }
    for (String label : claim.footnotes().stream().map(LinkSyntax::normalised).distinct().toList()) {
      Footnotes.Use use = Objects.requireNonNull(footnotes.get(label));
      for (int i = use.linksFrom(); i < use.linksTo(); i++) {
        links.add(i);
      }
    }
    return links;
  }
}
