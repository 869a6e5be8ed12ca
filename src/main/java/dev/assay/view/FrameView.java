package dev.assay.view;

import java.util.List;

/// What surrounds a page: its head, the site's head and foot, and where it stands.
///
/// @param site         what all pages share
/// @param subject      what the page is made from, for error messages: `content/post/x.md`, or its address; not shown
/// @param language     the page's language as a tag
/// @param title        the page's title in plain text; empty on the home page, which bears the site's name
/// @param description  one sentence in plain text for search engines and link previews; empty when there is none
/// @param address      the page's own address
/// @param canonical    its full address with scheme and host; empty while the site has no base URL
/// @param image        full address of the picture that stands for it; empty when there is none
/// @param share       what networks and reference managers are told
/// @param indexed      whether search engines may list it
/// @param menu         the menu, with the entry of this page marked
/// @param trail        the way here from the home page, outermost first, without the page itself
/// @param feeds        the feeds of this page, the nearest first
/// @param translations the same page in all its languages, itself among them; empty when there is only one
public record FrameView(
    SiteView site,
    String subject,
    String language,
    String title,
    String description,
    String address,
    String canonical,
    String image,
    ShareView share,
    boolean indexed,
    List<MenuEntry> menu,
    List<LinkView> trail,
    List<FeedLink> feeds,
    List<Translation> translations) {
  public FrameView {
    menu = List.copyOf(menu);
    trail = List.copyOf(trail);
    feeds = List.copyOf(feeds);
    translations = List.copyOf(translations);
  }

  /// One entry of the menu.
  ///
  /// @param text    what is read
  /// @param address where it leads
  /// @param current whether this page is it, or stands below it
  public record MenuEntry(String text, String address, boolean current) {}

  /// A feed that carries what this page lists.
  ///
  /// @param title   the feed's title, as a reader program shows it
  /// @param formats where it is in each format, the most usual one first
  public record FeedLink(String title, List<FeedAddress> formats) {
    public FeedLink {
      formats = List.copyOf(formats);
    }
  }

  /// A feed in one format.
  ///
  /// @param address where it is
  /// @param type    its media type: `application/rss+xml`
  /// @param format  its format as people say it: `RSS`
  public record FeedAddress(String address, String type, String format) {}

  /// The page in one language.
  ///
  /// @param language  the language's tag
  /// @param name      the language's own name: `한국어`
  /// @param address   the page's address in it
  /// @param canonical the same with scheme and host; empty while the site has no base URL
  /// @param current   whether it is this page
  public record Translation(String language, String name, String address, String canonical, boolean current) {}
}
