package dev.assay.view;

import java.util.List;

/// Something to look at, perhaps by a date; or a claim that will be known by one.
///
/// @param kind    the word of a claim's kind; empty for a checkpoint
/// @param anchor  what an address ends in to lead to it; empty when it has none on this page
/// @param address where it stands
/// @param text    what to look at, plain text
/// @param due     by when; where the writer's words hold no date, those words without one; [DateView#NONE] for none
/// @param strong  what would be a strong signal, plain text; empty when not given
/// @param weak    what would be a weak signal, plain text; empty when not given
/// @param status  the word of what became of it: for a checkpoint `confirmed` when the strong signal came, `refuted`
///                when the weak one did; empty while it is open
/// @param claims  the claims it bears on
/// @param history what happened to it, oldest first
/// @param note    the note it stands in
public record CheckpointView(
    String kind,
    String anchor,
    String address,
    String text,
    DateView due,
    String strong,
    String weak,
    String status,
    List<ClaimView.ReasonView> claims,
    List<ClaimView.Event> history,
    LinkView note) {
  public CheckpointView {
    claims = List.copyOf(claims);
    history = List.copyOf(history);
  }
}
