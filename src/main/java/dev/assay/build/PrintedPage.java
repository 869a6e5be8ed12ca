package dev.assay.build;

import dev.assay.note.Digest;
import java.util.List;
import java.util.Map;

/// Where on a published page its note's own markup stands. With it the page of a note that has other words and nothing
/// else is made from the page that lies there, without anything of the rest of the site.
///
/// @param address  where the page is
/// @param language the tag of its language
/// @param list     whether it lists other pages, too
/// @param page     names its bytes
/// @param body     names the body that was printed
/// @param places   two numbers for each stretch of the body's own markup, in order: where it begins, in characters, or -1,
///                 and how many it has
/// @param asked    texts of which the page depends on whether the text has them, and whether it has
record PrintedPage(String address, String language, boolean list, Digest page, Digest body, List<Integer> places, Map<String, Boolean> asked) {
  PrintedPage {
    places = List.copyOf(places);
    asked = Map.copyOf(asked);
  }

  /// The same page with another text.
  PrintedPage with(Digest bytes, Digest text, List<Integer> moved) {
    return new PrintedPage(address, language, list, bytes, text, moved, asked);
  }
}
