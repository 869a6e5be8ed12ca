/// Projects the catalog, the ledger and the figures to views: one view per page, each holding only what that page
/// shows.
///
/// Every function here is a plain projection: it chooses, orders and spells, and decides nothing that another page
/// could need to know. It must never know how a template is written or where a page is stored.
@NullMarked
package dev.assay.view.project;

import org.jspecify.annotations.NullMarked;
