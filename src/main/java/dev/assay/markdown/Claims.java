package dev.assay.markdown;

import dev.assay.claim.Attributions;
import dev.assay.claim.ClaimOptions;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Link;
import dev.assay.note.Located;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private final Deque<Open> open = new ArrayDeque<>();

  private record Kept(
      ClaimOpening opening, Optional<String> name, List<Piece> pieces, String section, List<Integer> links,
      List<String> footnotes, boolean holdsClaims) {}

  Claims(Draft draft, Output out) {
    this.draft = draft;
    this.out = out;
  }

  /// A claim that is being written: what has been found inside it that is not its own.
  ///
  /// @param index     its number
  /// @param linksFrom the first link that stands in it
  /// @param inner     the links of claims made inside it, from and to
  /// @param marks     the footnotes that those mark
  private record Open(int index, ClaimOpening opening, Optional<String> name, String section, int linksFrom, List<int[]> inner, List<String> marks) {}

  /// Writes a claim: its host element and, inside, the sign, the content and the place for evidence.
  ///
  /// @param host    `li`, `p`, `td` or `div`
  /// @param extra   further attributes of the host, beginning with a space, or empty
  /// @param before  markup that stands before the sign: a task's box
  /// @param content writes the content and says which footnotes it marks
  void write(String host, String extra, String before, ClaimOpening opening, Supplier<List<String>> content) {
    int index = begin(opening);
    out.html("<" + host + extra).hole(new Piece.ClaimAttributes(index)).html(">" + before).hole(new Piece.ClaimTag(index)).html(" ");
    opening.source().ifPresent(this::source);
    int mark = out.mark();
    List<String> footnotes = content.get();
    end(index, LedgerPieces.of(out.since(mark)), footnotes, ClaimOptions.Reading.NONE);
    out.hole(new Piece.ClaimEnd(index));
    if (host.equals("p")) {
      out.html("</p>").hole(new Piece.ClaimReasons(index));
    } else {
      out.hole(new Piece.ClaimReasons(index)).html("</" + host + ">");
    }
  }

  /// Begins a claim whose markup the caller writes.
  ///
  /// @return its number, for its holes
  int begin(ClaimOpening opening) {
    int index = kept.size();
    kept.add(Optional.empty());
    opening.options().problems().forEach(draft::problem);
    Optional<String> name = opening.options().name().filter(this::isFree).map(Located::value);
    open.push(new Open(index, opening, name, draft.section(), draft.links().size(), new ArrayList<>(), new ArrayList<>()));
    return index;
  }

  /// Ends the claim begun last.
  ///
  /// @param footnotes those that its content marks
  /// @param further   options that its content turned out to hold
  void end(int index, List<Piece> pieces, List<String> footnotes, ClaimOptions.Reading further) {
    Open claim = open.pop();
    Map<String, Integer> taken = new HashMap<>();
    claim.marks().forEach(mark -> taken.merge(mark, 1, Integer::sum));
    List<String> own = footnotes.stream().filter(mark -> taken.merge(mark, -1, Integer::sum) < 0).toList();
    List<Integer> links = new ArrayList<>();
    int link = claim.linksFrom();
    for (int[] inner : claim.inner()) {
      for (; link < inner[0]; link++) {
        links.add(link);
      }
      link = Math.max(link, inner[1]);
    }
    for (; link < draft.links().size(); link++) {
      links.add(link);
    }
    if (!open.isEmpty()) {
      open.peek().inner().add(new int[] {claim.linksFrom(), draft.links().size()});
      open.peek().marks().addAll(footnotes);
    }
    kept.set(index, Optional.of(new Kept(claim.opening().with(further), claim.name(), pieces, claim.section(), links, own, !claim.inner().isEmpty())));
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

  /// The address behind a claim's tag, as the first of its links.
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

  /// Where the text of each claim ends in the file; for a directive, where its name does.
  List<Integer> ends() {
    return kept.stream().map(claim -> end(claim.orElseThrow().opening())).toList();
  }

  private static int end(ClaimOpening opening) {
    int length = opening.content().text().length();
    return opening.form() == ClaimDraft.Form.DIRECTIVE || length == 0 ? opening.end() : opening.content().offset(length - 1) + 1;
  }

  private ClaimDraft finished(Kept claim, Map<String, Footnotes.Use> footnotes) {
    ClaimOpening opening = claim.opening();
    String words = PlainText.of(claim.pieces(), _ -> "", _ -> "");
    if (words.isEmpty() && claim.holdsClaims()) {
      draft.problem(
          draft.source().error(
              Code.DIRECTIVE_SYNTAX, opening.start(), opening.end(), "this directive has no text of its own, only other claims",
              "take the directive away: what is tagged inside it is claimed without it"));
    }
    String anchor = claim.name().orElseGet(() -> draft.anchors().like(address(claim.section(), words)));
    Place place = draft.source().place(opening.start(), opening.end());
    return new ClaimDraft(
        opening.kind(), opening.form(), claim.name(), anchor, opening.options().options(), opening.written(),
        claim.pieces(), links(claim, footnotes), Attributions.names(words), claim.section(), place, draft.source().line(place));
  }

  /// The address of a claim without a name: its section and six digits of its words' digest, so that it stays when
  /// other claims come and go.
  private static String address(String section, String words) {
    return (section.isEmpty() ? "claim" : section) + "-" + Digest.lasting(words).hex().substring(0, 6);
  }

  private static List<Integer> links(Kept claim, Map<String, Footnotes.Use> footnotes) {
    List<Integer> links = new ArrayList<>(claim.links());
    for (String label : claim.footnotes().stream().map(LinkSyntax::normalised).distinct().toList()) {
      Footnotes.Use use = Objects.requireNonNull(footnotes.get(label));
      for (int i = use.linksFrom(); i < use.linksTo(); i++) {
        links.add(i);
      }
    }
    return links;
  }
}
