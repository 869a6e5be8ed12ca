package dev.assay.view;

/// One page of the site. Equal digests of two page views (and equal templates) mean equal pages.
public sealed interface PageView
    permits NotePage, HubPage, EntityPage, HomePage, ListPage, TermsPage, ClaimsPage, CheckpointsPage, CorrectionsPage, ScoresPage, SourcesPage,
        SourcePage, FeedsPage, SearchPage, NotFoundPage, RedirectPage {
  /// What surrounds the page.
  FrameView frame();

  /// The template that prints a page of this shape, as a name below `templates/`.
  default String template() {
    return switch (this) {
      case NotePage _ -> "note.ftlh";
      case HubPage _ -> "hub.ftlh";
      case EntityPage _ -> "entity.ftlh";
      case HomePage _ -> "home.ftlh";
      case ListPage _ -> "list.ftlh";
      case TermsPage _ -> "terms.ftlh";
      case ClaimsPage _ -> "claims.ftlh";
      case SourcesPage _ -> "sources.ftlh";
      case SourcePage _ -> "source.ftlh";
      case CheckpointsPage _ -> "checkpoints.ftlh";
      case CorrectionsPage _ -> "corrections.ftlh";
      case ScoresPage _ -> "scores.ftlh";
      case FeedsPage _ -> "feeds.ftlh";
      case SearchPage _ -> "search.ftlh";
      case NotFoundPage _ -> "not-found.ftlh";
      case RedirectPage _ -> "redirect.ftlh";
    };
  }
}
