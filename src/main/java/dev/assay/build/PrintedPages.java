package dev.assay.build;

import dev.assay.build.cache.RecordBook;
import dev.assay.catalog.Entry;
import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.template.Passages;
import dev.assay.view.project.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a build notes of pages and feeds while it prints them, so that another text can be brought onto them without the rest
/// of the site: see [TextEdit]. All of it lies in the cache, beside what is known of one output folder.
///
/// @param pages where on their pages notes' own markup stands
/// @param feeds what feeds fill the holes of notes' bodies with
record PrintedPages(RecordBook<PrintedPage> pages, RecordBook<FedText> feeds) {
  /// Notes what became of some pages. What cannot be written costs the next build its time and nothing else: what lies there
  /// speaks of pages with other digests.
  void replace(Map<SourceId, PrintedPage> some) {
    try (RecordBook<PrintedPage>.Draft draft = pages.draft()) {
      some.forEach((note, page) -> draft.put(note, Optional.of(page)));
      draft.finish(_ -> true);
    } catch (IOException _) {
      return;
    }
  }

  /// Begins to note.
  Draft draft(Model model) {
    return new Draft(model, pages.draft(), feeds.draft());
  }

  /// Notes; on any thread.
  record Draft(Model model, RecordBook<PrintedPage>.Draft pages, RecordBook<FedText>.Draft feeds) {
    /// A page was made.
    void page(Entry entry, SitePath address, boolean list, byte[] page, Optional<Passages> passages) {
      pages.put(
          entry.source(),
          passages.map(
                  printed ->
                      new PrintedPage(
                          address.value(), entry.language().tag(), list, Digest.of(page),
                          model.texts().of(entry).body().digest(), numbers(printed.places()), new TreeMap<>(printed.asked()))));
    }

    /// A text was made for feeds.
    void text(Entry entry, FedText text) {
      feeds.put(entry.source(), Optional.of(text));
    }

    /// Counts from now on, with what is known of other notes that are still there, or not at all. What cannot be written
    /// costs the next build its time and nothing else: what lies there speaks of pages with other digests.
    ///
    /// @param published whether the pages are where readers see them
    void end(boolean published) {
      Predicate<SourceId> there = note -> model.catalog().entry(note).isPresent();
      try (pages; feeds) {
        if (published) {
          pages.finish(there);
          feeds.finish(there);
        }
      } catch (IOException _) {
        return;
      }
    }
  }

  private static List<Integer> numbers(List<Passages.Place> places) {
    List<Integer> numbers = new ArrayList<>();
    for (Passages.Place place : places) {
      numbers.add(place.start());
      numbers.add(place.length());
    }
    return numbers;
  }
}
