package dev.assay.view;

import java.util.List;

/// What a note or hub comes to at a glance, beside the mix of its claims: what will be known next, what changed since.
///
/// @param next     what is due next, soonest first
/// @param overdue  how many things should be known by now and are not
/// @param overdueAddress where they are listed
/// @param changed  what changed last, newest first; empty for a note, which shows all of it
/// @param changes  how many changes there are
/// @param changesAddress where they are listed
public record GlanceView(
    List<Line> next, int overdue, String overdueAddress, List<Line> changed, int changes, String changesAddress) {
  /// Nothing to say.
  public static final GlanceView NONE = new GlanceView(List.of(), 0, "", List.of(), 0, "");

  public GlanceView {
    next = List.copyOf(next);
    changed = List.copyOf(changed);
  }

  /// One thing.
  ///
  /// @param kind    the word of a claim's kind; empty for a checkpoint or a note
  /// @param text    plain text, cut; never empty
  /// @param address where it stands
  /// @param date    when it is due, or changed; [DateView#NONE] when neither
  /// @param status  what it became, the word of a status; `open` while nothing did; `corrected` for a note put right
  public record Line(String kind, String text, String address, DateView date, String status) {}
}
