package dev.assay.view.project;

import dev.assay.claim.cite.Formatted;
import dev.assay.note.Digest;
import dev.assay.note.Digested;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The citations of one note: named by a digest at once, formatted only when a page or a feed prints them.
public final class NoteCitations implements Digested {
  /// A note that cites nothing.
  public static final NoteCitations NONE = new NoteCitations(Digest.of(""), Map.of(), () -> Formatted.NONE);

  private final Digest digest;
  private final Map<Integer, Integer> byRole;
  private final Supplier<Formatted> make;
  private volatile Optional<Formatted> made = Optional.empty();

  /// @param digest names the style, the language, the citations and what they cite
  /// @param byRole which citation a role of the note is
  /// @param make   formats them
  public NoteCitations(Digest digest, Map<Integer, Integer> byRole, Supplier<Formatted> make) {
    this.digest = digest;
    this.byRole = Map.copyOf(byRole);
    this.make = make;
  }

  @Override
  public Digest digest() {
    return digest;
  }

  /// Whether the note cites nothing.
  public boolean isEmpty() {
    return byRole.isEmpty();
  }

  /// All of them, formatted once.
  public Formatted formatted() {
    if (byRole.isEmpty()) {
      return Formatted.NONE;
    }
    Formatted known = made.orElseGet(make);
    made = Optional.of(known);
    return known;
  }

  /// The markup of a citation, by the role that it is.
  public String html(int role) {
    return formatted().citations().get(index(role));
  }

  /// The same as text.
  public String plain(int role) {
    return formatted().plain().get(index(role));
  }

  private int index(int role) {
    Integer index = byRole.get(role);
    if (index == null) {
      throw new IllegalArgumentException("role " + role + " is no citation");
    }
    return index;
  }
}
