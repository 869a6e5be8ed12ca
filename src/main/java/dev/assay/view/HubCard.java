package dev.assay.view;

import java.util.List;

/// A hub as lists show it.
///
/// @param title   plain text
/// @param address where it is
/// @param summary its thesis, inline markup; empty when it has none
/// @param question what it does not know yet, plain text; empty when its writer gives none
/// @param notes   how many notes it gathers
/// @param latest  when the newest of them was published; none for an empty hub
/// @param mix     the claims of its notes together
/// @param open    what is open in it: of the claims that nobody can know yet, else of the guesses, the one that carries
///                most; empty when there is none
public record HubCard(
    String title, String address, Markup summary, String question, int notes, DateView latest, Mix mix, List<GlanceView.Line> open) {
  public HubCard {
    open = List.copyOf(open);
  }
}
