package dev.assay.view;

import dev.assay.note.Digest;
import dev.assay.note.Digested;
import java.util.List;
import java.util.function.Supplier;

/// Claims that are only projected when a template prints them: a ledger of ten thousand stands on a hundred pages several
/// times over. Their digest is known before.
public final class LateClaims implements Digested {
  /// No claims.
  public static final LateClaims NONE = new LateClaims(ViewDigest.ofList(List.of()), List::of);

  private final Digest digest;
  private final Supplier<List<ClaimView>> claims;

  /// @param digest names all of the claims
  /// @param claims projects them
  public LateClaims(Digest digest, Supplier<List<ClaimView>> claims) {
    this.digest = digest;
    this.claims = claims;
  }

  /// Claims that are in memory.
  public static LateClaims of(List<ClaimView> claims) {
    List<ClaimView> held = List.copyOf(claims);
    return new LateClaims(ViewDigest.ofList(held), () -> held);
  }

  @Override
  public Digest digest() {
    return digest;
  }

  /// The claims in order.
  public List<ClaimView> claims() {
    return claims.get();
  }
}
