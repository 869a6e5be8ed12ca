package dev.assay.view;

import java.util.List;

/// How good the site's probabilities were.
///
/// @param frame   what surrounds it
/// @param total   the score of all of them
/// @param authors the scores by author, when there are several
/// @param plot    stated probabilities against what happened
/// @param groups  the probabilities themselves by what came of them, the groups that have some
public record ScoresPage(FrameView frame, Score total, List<Score> authors, Plot plot, List<Group> groups) implements PageView {
  public ScoresPage {
    authors = List.copyOf(authors);
    groups = List.copyOf(groups);
  }

  /// One score.
  ///
  /// @param name     whose; empty for all
  /// @param resolved how many probabilities are settled, yes or no
  /// @param yes      how many of them came true
  /// @param brier    the Brier score, `0.182`; empty when nothing is settled
  /// @param error    its standard error, `0.041`; empty for fewer than two
  /// @param amended  the Brier score of the probabilities held last; empty when it is the same
  /// @param coin     what always saying 50 % scores: `0.250`
  /// @param enough   whether there are enough for the score to say something
  /// @param needed   from how many on it does
  /// @param waiting  how many have passed their day without a word
  /// @param voided   how many came to nothing
  public record Score(
      String name, int resolved, int yes, String brier, String error, String amended, String coin, boolean enough, int needed,
      int waiting, int voided) {}

  /// A drawing of 400 units across and from 20 above its origin to 400 below it, with a square from 50 to 370 across and
  /// from 20 to 340 down, in which the diagonal is perfect calibration.
  ///
  /// @param dots the bins that have some
  public record Plot(List<Dot> dots) {
    public Plot {
      dots = List.copyOf(dots);
    }
  }

  /// A bin of the plot, with its figures as they are read.
  ///
  /// @param x      where it stands across
  /// @param y      where it stands, down
  /// @param top    where its interval ends, above
  /// @param bottom where its interval ends, below
  /// @param radius how large: its area is proportional to the count
  /// @param middle where the middle of the bin is across, whatever the mean: the counts of two bins never meet there
  /// @param range  the probabilities in it: `60–70%`
  /// @param mean   their mean: `64%`
  /// @param share  how many came true: `58%`
  /// @param low    the lower end of the interval: `32%`
  /// @param high   the upper end: `81%`
  /// @param count  how many
  /// @param yes    how many of them came true
  public record Dot(
      String x, String y, String top, String bottom, String radius, String middle, String range, String mean, String share, String low, String high,
      int count, int yes) {}

  /// Probabilities of which the same came.
  ///
  /// @param status `yes`, `no`, `waiting`, `open` or `void`
  /// @param total how many there are
  /// @param rows  the ones to show
  public record Group(String status, int total, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /// One probability.
  ///
  /// @param claim   the claim
  /// @param held    the probability: `60%`
  /// @param amended what it was changed to before it was settled; empty when it was not
  /// @param settled when it was settled; none while it is not
  /// @param score   the square of its distance from what happened, `0.160`; empty when it has none
  public record Row(ClaimView claim, String held, String amended, DateView settled, String score) {}
}
