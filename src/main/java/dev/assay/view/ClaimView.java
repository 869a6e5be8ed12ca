package dev.assay.view;

import java.util.List;

/// One claim.
///
/// @param kind        the word of its kind: `fact`, `inference`, `speculation`, `blocked`
/// @param anchor      its anchor on its page
/// @param name        the name its writer gave it, without `#`; empty for a claim without one
/// @param id          its global name `slug#name`; its address for a claim without a name
/// @param address     where it stands
/// @param html        its content, inline or block markup; empty where the page prints the content itself
/// @param text        its content in plain text
/// @param noteTitle   the title of the note it stands in
/// @param noteAddress the address of that note
/// @param asserted    when it was first said
/// @param sources     what it rests on outside the site
/// @param because     the claims and figures it needs
/// @param supports    claims and figures that help it
/// @param above       the first claims that rest on it; empty where the page unfolds them itself
/// @param aboveMore   how many more rest on it than these
/// @param entities    companies, products and institutions it speaks of
/// @param probability how likely its writer holds it, as it is read: `70%`; empty when not given
/// @param due         when it will be known; none when not given
/// @param status      `open`, `confirmed`, `refuted`, `withdrawn`, `superseded`, `expired`, `unblocked`, `amended`
/// @param history     what became of it, oldest first
/// @param fallen      its premises that do not hold any more, each with the way to what fell
/// @param places      other places where it is said again
public record ClaimView(
    String kind,
    String anchor,
    String name,
    String id,
    String address,
    Markup html,
    String text,
    String noteTitle,
    String noteAddress,
    DateView asserted,
    List<SourceView> sources,
    List<ReasonView> because,
    List<ReasonView> supports,
    List<ReasonView> above,
    int aboveMore,
    List<LinkView> entities,
    String probability,
    DateView due,
    String status,
    List<Event> history,
    List<FallenView> fallen,
    List<LinkView> places) {
  public ClaimView {
    sources = List.copyOf(sources);
    because = List.copyOf(because);
    supports = List.copyOf(supports);
    above = List.copyOf(above);
    entities = List.copyOf(entities);
    history = List.copyOf(history);
    fallen = List.copyOf(fallen);
    places = List.copyOf(places);
  }

  /// A claim or figure that another claim needs.
  ///
  /// @param kind    the word of its kind
  /// @param text    its content in plain text, perhaps cut
  /// @param address where it stands
  /// @param status  the word of its status, `open` for a figure
  public record ReasonView(String kind, String text, String address, String status) {}

  /// Something that happened to a claim.
  ///
  /// @param date   when
  /// @param status what it became
  /// @param note   what was said about it, plain text; empty when nothing was
  /// @param source what shows it; [SourceView#NONE] when nothing is named
  /// @param told   where that was written: the note that tells it, or the claim that brought it about; [LinkView#NONE]
  ///               when it follows from the calendar alone
  public record Event(DateView date, String status, String note, SourceView source, LinkView told) {}

  /// A premise that does not hold any more.
  ///
  /// @param path   from the premise down to the claim that fell, which is the last
  /// @param more   how many steps lie between the first four and the others, which are left out of a long way
  /// @param status what that claim became: `refuted` or `withdrawn`
  /// @param date   when
  public record FallenView(List<ReasonView> path, int more, String status, DateView date) {
    public FallenView {
      path = List.copyOf(path);
    }
  }
}
