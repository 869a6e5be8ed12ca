package dev.assay.build;

import dev.assay.build.cache.RecordBook;
import dev.assay.build.cache.StoredRecord;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a build notes of pages and feeds while it prints them, so that another text can be brought onto them without the rest
/// of the site: see [TextEdit]. All of it lies in the cache, beside what is known of one output folder.
///
/// @param pages where on their pages notes' own markup stands
/// @param feeds what feeds fill the holes of notes' bodies with
/// @param found what readers find notes by
/// @param index the files that readers search
record PrintedPages(RecordBook<PrintedPage> pages, RecordBook<FedText> feeds, RecordBook<FoundText> found, StoredRecord<SearchLeft> index) {
  /// Notes what became of some pages. What cannot be written costs the next build its time and nothing else: what lies there
  /// speaks of pages with other digests.
  void replace(Map<SourceId, PrintedPage> some) {
    try (RecordBook<PrintedPage>.Draft draft = pages.draft()) {
      some.forEach((note, page) -> draft.put(note, Optional.of(page)));
      draft.finish();
    } catch (IOException _) {
      return;
    }
  }

  /// Begins to note.
  Draft draft(Model model) {
    return new Draft(model, pages.draft(), feeds.draft(), found.draft(), index, new AtomicReference<>());
  }

  /// Notes what became of the files that readers search. What cannot be written costs the next build its time and nothing
  /// else: what lies there speaks of another list of them.
  void replace(SearchLeft left) {
    try {
      index.write(left);
    } catch (IOException _) {
      return;
    }
  }

  /// Notes; on any thread.
  ///
  /// @param left the files that readers search, as they will be left
  record Draft(
      Model model, RecordBook<PrintedPage>.Draft pages, RecordBook<FedText>.Draft feeds, RecordBook<FoundText>.Draft found,
      StoredRecord<SearchLeft> index, AtomicReference<@Nullable SearchLeft> left) {
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

    /// A note was made ready to be found.
    void found(Entry entry, FoundText text) {
      found.put(entry.source(), Optional.of(text));
    }

    /// The files that readers search were made.
    void searched(SearchLeft files) {
      left.set(files);
    }

    /// Counts from now on, with what is known of other notes that are still there, or not at all. What cannot be written
    /// costs the next build its time and nothing else: what lies there speaks of pages with other digests.
    ///
    /// @param published whether the pages are where readers see them
    void end(boolean published) {
      Predicate<SourceId> there = note -> model.catalog().entry(note).isPresent();
      SearchLeft files = left.get();
      try (pages; feeds; found) {
        if (published) {
          pages.finish(there);
          feeds.finish(there);
        }
        if (published && files != null) {
          found.finish(there);
          index.write(files);
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
