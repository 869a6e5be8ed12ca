package dev.assay.view;

import java.util.List;

/// Notes in time, with lines from a note to those that follow it up.
///
/// @param anchor      its anchor on the page
/// @param title       its name for those who do not see it
/// @param description what is to be seen, in a sentence or two
/// @param left        how many older notes there was no room for
/// @param drawings    the same map for a wide page and for a narrow one; empty when there is nothing to draw
public record MapView(String anchor, String title, String description, int left, List<Drawing> drawings) {
  /// No map.
  public static final MapView NONE = new MapView("", "", "", 0, List.of());

  public MapView {
    drawings = List.copyOf(drawings);
  }

  /// A map laid out for one width of paper. Places are in its own units, which are CSS pixels where there is room.
  ///
  /// @param form   `wide` or `narrow`
  /// @param width  of the paper
  /// @param height of the paper
  /// @param ticks  days with a name, along the axis at the foot
  /// @param ways   the lines from note to note, from the back to the front
  /// @param stops  the notes, oldest first
  public record Drawing(String form, int width, int height, List<Tick> ticks, List<Way> ways, List<Stop> stops) {
    public Drawing {
      ticks = List.copyOf(ticks);
      ways = List.copyOf(ways);
      stops = List.copyOf(stops);
    }
  }

  /// A day on the axis.
  ///
  /// @param x      where its name is anchored
  /// @param y      the base line of its name
  /// @param anchor `start`, `middle` or `end`
  /// @param text   its name
  /// @param path   the line up from it
  public record Tick(String x, String y, String anchor, String text, String path) {}

  /// A line from a note to one that follows it up.
  ///
  /// @param path its outline in SVG's path language
  public record Way(String path) {}

  /// A note.
  ///
  /// @param x       where its dot is
  /// @param y       where its dot is
  /// @param textX   where its name is anchored
  /// @param textY   the base line of its name
  /// @param anchor  `start` or `end`
  /// @param text    its title, cut where there is no room
  /// @param told    its whole title, its day, and what it follows up
  /// @param address where it is
  /// @param pinned  whether the reading path begins with it
  public record Stop(
      String x, String y, String textX, String textY, String anchor, String text, String told, String address, boolean pinned) {}
}
