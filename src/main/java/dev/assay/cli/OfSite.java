package dev.assay.cli;

/// A command that reads a site, and understands what every such command does.
interface OfSite {
  SiteFlags flags();
}
