package dev.assay.publish;

/// When a file is replaced. The order of the constants is the order of the moves: what is pointed to comes before what
/// points to it, so that a reader in the middle of a publication never meets a link to something that is not there yet.
public enum Stage {
  /// Styles, scripts, images, data.
  ASSET,
  /// The pages of notes.
  PAGE,
  /// Home, archive, tags, hubs, ledgers: pages that gather others.
  LIST,
  /// Feeds, sitemaps: what tells others that something is new.
  FEED
}
