package dev.assay.importer.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of those who wrote, without their mail addresses where a name is given.
final class FeedPeople {
  private static final Pattern MAIL_NAME = Pattern.compile("[^\\s()]+@[^\\s()]+\\s*\\((.+)\\)");
  private static final Pattern NAME_MAIL = Pattern.compile("(.+?)\\s*<[^<>\\s]+@[^<>\\s]+>");

  private FeedPeople() {}

  static List<String> of(Field field) {
    Set<String> names = new LinkedHashSet<>();
    field.textsOf("dc:creator").forEach(text -> add(text, names));
    for (String element : List.of("atom:author", "author")) {
      for (Field author : field.all(element)) {
        String name = author.textOf("atom:name", "name");
        add(!name.isEmpty() ? name : author.nested() ? author.textOf("atom:email", "email", "atom:uri") : author.text(), names);
      }
    }
    if (names.isEmpty()) {
      field.textsOf("managingeditor", "itunes:author").forEach(text -> add(text, names));
    }
    return new ArrayList<>(names);
  }

  static void add(String written, Set<String> names) {
    String text = PlainTitle.tidy(written);
    Matcher behind = MAIL_NAME.matcher(text);
    Matcher before = NAME_MAIL.matcher(text);
    String name = behind.matches() ? behind.group(1) : before.matches() ? before.group(1) : text;
    if (name != null && !name.isBlank()) {
      names.add(name.strip());
    }
  }
}
