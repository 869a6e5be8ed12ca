package dev.assay.view;

import java.util.List;

/// A note that has much in common with another.
///
/// @param title   its title
/// @param address where it is
/// @param why     what the two have in common, in words of the page's language, the strongest first; never empty
/// @param date    when it was published; none for a page without a date
public record RelatedView(String title, String address, List<String> why, DateView date) {
  public RelatedView {
    why = List.copyOf(why);
  }
}
