package dev.assay.asset;

import dev.assay.note.SitePath;
import java.util.List;
import java.util.Optional;

/// What readers are offered of one picture of the site.
///
/// @param width  of the picture itself, as it is seen
/// @param height the same
/// @param bytes  the size of its file as it is published
/// @param format of the forms that browsers choose from
/// @param set    those forms, rising; none where the picture itself is all there is
/// @param plain  the form for programs that take one, where the picture itself is too large for them
public record Offer(int width, int height, long bytes, ImageFormat format, List<Choice> set, Optional<Choice> plain) {
  public Offer {
    set = List.copyOf(set);
  }

  /// One form.
  public record Choice(SitePath address, int width, int height, long bytes) {}
}
