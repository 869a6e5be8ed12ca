package dev.assay.view;

import java.util.List;

/// A note as a mail. Its template prints a whole document; rules in its first `style` element are then written into the
/// elements that they are for, since mail programs read no others.
///
/// @param site     the name of the site
/// @param language of the note, as a tag
/// @param title    plain text
/// @param lead     the writer's own description in plain text; empty when there is none
/// @param url      the full address of its page
/// @param home     the full address of the site
/// @param date     when it was published
/// @param updated  when its content last changed, if after the date; else none
/// @param authors  their names
/// @param mix      its claims
/// @param since    what changed after it was published, newest first
/// @param body     its text, without anything that mail programs do not show
public record MailView(
    String site,
    String language,
    String title,
    String lead,
    String url,
    String home,
    DateView date,
    DateView updated,
    List<String> authors,
    Mix mix,
    List<ChangeView> since,
    Markup body) {
  public MailView {
    authors = List.copyOf(authors);
    since = List.copyOf(since);
  }
}
