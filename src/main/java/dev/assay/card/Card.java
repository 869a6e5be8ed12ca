package dev.assay.card;

import java.util.ArrayList;
import java.util.List;

/// What a card shows.
///
/// @param site   the name of the site
/// @param title  of the note or hub; empty on the card of the site itself
/// @param line   what stands below the title: the day, the hub; empty when nothing
/// @param counts how many claims there are of each kind, the firmest first; kinds without any are not in it
public record Card(String site, String title, String line, List<Count> counts) {
  public Card {
    counts = List.copyOf(counts);
  }

  /// The claims of one kind.
  ///
  /// @param number more than none
  /// @param words  the number in words of the reader: `10 facts`, `사실 10`
  public record Count(Sign sign, int number, String words) {}

  /// How a kind is drawn: how full it is says how firm the claim is.
  public enum Sign {
    FULL(3),
    HALF(4),
    HOLLOW(5),
    BARRED(6);

    private final int ink;

    Sign(int ink) {
      this.ink = ink;
    }

    /// Which of the colours of a card is its own.
    int ink() {
      return ink;
    }
  }

  /// All that is written on it.
  List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(site, title, line));
    counts.forEach(count -> texts.add(count.words()));
    return texts;
  }
}
