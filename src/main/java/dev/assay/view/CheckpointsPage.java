package dev.assay.view;

import java.util.List;

/// What is due: checkpoints of all notes, and claims with a day on which they will be known.
///
/// @param frame      what surrounds it
/// @param groups     those of this page by how they stand, the groups that have some
/// @param pagination where this page stands
/// @param files      the same as files: a calendar
public record CheckpointsPage(FrameView frame, List<Group> groups, Pagination pagination, List<LinkView> files)
    implements PageView {
  public CheckpointsPage {
    groups = List.copyOf(groups);
    files = List.copyOf(files);
  }

  /// Those that stand alike.
  ///
  /// @param status `overdue`, `next`, `undated` or `resolved`
  /// @param total  how many there are on all pages
  /// @param points the ones of this page: overdue and next ones by their day, undated ones newest first, resolved ones by
  ///               the day on which something came of them, latest first
  public record Group(String status, int total, LateList<CheckpointView> points) {}
}
