package dev.assay.note;

import java.util.Map;
import java.util.Optional;

/// One use of a shortcode in a note, with values that have been checked.
///
/// @param values what it is given, by the parameter's name; those that may be missing and are, are not in it
/// @param body   the mark that stands for the text between its fences; empty when there is none
/// @param name   what the note calls this use; empty when it calls it nothing
/// @param id     its name, or an id that no other element of the page has
/// @param page   whether it is printed for a page; else for feeds and everything else
public record ShortcodeCall(Shortcode shortcode, Language language, Map<String, ShortcodeValue> values, Optional<String> body, String name, String id, boolean page) {
  public ShortcodeCall {
    values = Map.copyOf(values);
  }
}
