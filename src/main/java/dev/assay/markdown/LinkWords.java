package dev.assay.markdown;

import dev.assay.note.Link;
import java.util.ArrayList;
import java.util.List;

/// The links of the block that is being written. Their words lie in the block's words, so what a link says, and in which
/// sentence, is known when the block is done.
final class LinkWords {
  private final Draft draft;
  private final List<Words> open = new ArrayList<>();

  /// @param instead what the link says where its own words do not say it
  private record Words(int link, int from, int to, String instead) {}

  LinkWords(Draft draft) {
    this.draft = draft;
  }

  /// Another block begins.
  void begin() {
    open.clear();
  }

  /// A link that readers may follow, which is added to the note.
  int follow(String target, Inline.Address address) {
    return draft.add(target, Link.Role.FOLLOW, draft.source().place(address.fileStart(), address.fileEnd()));
  }

  /// Where the words of a link of the note lie in those of the block.
  ///
  /// @param instead what it says; empty when its words say it
  void add(int link, int from, int to, String instead) {
    open.add(new Words(link, from, to, instead));
  }

  /// The block is done.
  ///
  /// @param words all that it says
  void describe(String words) {
    for (Words link : open) {
      String text = link.instead().isEmpty() ? words.substring(link.from(), link.to()).strip() : link.instead();
      // The words around a link are what the note that it leads to shows of it: no page shows those of a way out of the site.
      draft.describe(link.link(), text, draft.leadsOut(link.link()) ? "" : Sentence.around(words, link.from(), link.to()));
    }
  }

  /// Says that an address was left out.
  void unsafe(Inline.Address address, String target) {
    String scheme = Schemes.scheme(target);
    draft.removed(
        address.fileStart(), address.fileEnd(),
        scheme.isEmpty()
            ? "the picture has no address"
            : "the address was left out, because '" + scheme + ":' is not an address that pages may lead to",
        "use http, https, mailto, tel or a path; write a colon in a path as %3A");
  }
}
