package dev.assay.view.project;

import dev.assay.catalog.Slugs;
import dev.assay.catalog.Term;
import dev.assay.note.Entity;
import dev.assay.note.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Links the first mention of each entity in a text to its page: a whole word outside of links, headings, code and heads
/// of tables. A Korean particle may stand behind the word (`삼성전자가`), and an English `'s`.
///
/// Letter case counts: `Meta` is a company, `meta` is not. Tickers are not looked for.
final class EntityMentions {
  private static final Set<String> CLOSED =
      Set.of("a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "math", "pre", "samp", "script", "style", "summary", "svg", "textarea", "th");

  /// What may stand between a Korean name and the end of the word.
  private static final Pattern PARTICLE =
      Pattern.compile(
          "(?:께서|에게서|에게|에서|으로부터|로부터|으로서|로서|으로써|로써|으로|로|까지|부터|처럼|보다|조차|마저|마다|이라는|라는|이라고|라고|이란|란|이나|나|이며|며|이고|고|이든|든|와|과|의|에|이|가|을|를|은|는|도|만|측|사)?"
              + "(?:은|는|도|만|의|이|가|을|를|까지|부터)?");

  /// An entity with a page.
  ///
  /// @param text as it stands in markup
  private record Name(String text, String entity, String href) {}

  private final Map<Language, Map<Character, List<Name>>> byLanguage = new HashMap<>();

  EntityMentions(Model model) {
    if (!model.site().linkEntities()) {
      return;
    }
    Map<String, Entity> bySlug = new HashMap<>();
    model.site().entities().all().forEach(entity -> bySlug.putIfAbsent(Slugs.of(entity.name()), entity));
    for (Term term : model.catalog().terms()) {
      if (term.taxonomy().equals("entities")) {
        String href = model.base().href(term.address());
        List<String> names = Optional.ofNullable(bySlug.get(term.slug())).map(Entity::spoken).orElseGet(() -> List.of(term.name()));
        names.forEach(name -> add(term.language(), new Name(escaped(name), term.slug(), href)));
      }
    }
    byLanguage.values().forEach(index -> index.values().forEach(list -> list.sort(Comparator.comparingInt((Name name) -> -name.text().length()).thenComparing(Name::text))));
  }

  private void add(Language language, Name name) {
    if (!name.text().isEmpty()) {
      byLanguage.computeIfAbsent(language, _ -> new HashMap<>()).computeIfAbsent(name.text().charAt(0), _ -> new ArrayList<>()).add(name);
    }
  }

  private static String escaped(String name) {
    StringBuilder html = new StringBuilder();
    Html.text(name.strip(), html);
    return html.toString();
  }

  /// Names all that the links of a language are made from; empty where none are.
  List<String> names(Language language) {
    return byLanguage.getOrDefault(language, Map.of()).values().stream().flatMap(List::stream).map(name -> name.text() + " " + name.href()).sorted().toList();
  }

  /// A pass over the markup of one text, which may come in pieces that end anywhere.
  static final class Pass {
    private final Map<Character, List<Name>> index;
    private final Set<String> seen = new HashSet<>();
    private final StringBuilder tag = new StringBuilder();
    private int closed;
    private boolean inTag;
    private char quote;
    private char before = ' ';

    private Pass(Map<Character, List<Name>> index) {
      this.index = index;
    }

    /// The same markup with links.
    String link(String html) {
      if (index.isEmpty()) {
        return html;
      }
      StringBuilder out = new StringBuilder(html.length() + 64);
      int at = 0;
      while (at < html.length()) {
        char c = html.charAt(at);
        if (inTag) {
          out.append(c);
          inTag(c);
          at++;
        } else if (c == '<') {
          inTag = true;
          tag.setLength(0);
          out.append(c);
          at++;
        } else {
          at = text(html, at, out);
        }
      }
      return out.toString();
    }

    private void inTag(char c) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        inTag = false;
        before = ' ';
        finished(tag.toString());
      } else if (tag.length() < 12) {
        tag.append(c);
      }
    }

    private void finished(String written) {
      String name = written.replaceFirst("^/", "").split("[\\s/]", 2)[0].toLowerCase(java.util.Locale.ROOT);
      if (CLOSED.contains(name)) {
        closed = Math.max(0, closed + (written.startsWith("/") ? -1 : 1));
      }
    }

    private int text(String html, int at, StringBuilder out) {
      char c = html.charAt(at);
      if (closed == 0 && !Character.isLetterOrDigit(before)) {
        for (Name name : index.getOrDefault(c, List.of())) {
          if (!seen.contains(name.entity()) && html.startsWith(name.text(), at) && endsWord(html, at + name.text().length())) {
            seen.add(name.entity());
            out.append("<a class=\"entity\" href=\"");
            Html.attribute(name.href(), out);
            out.append("\">").append(name.text()).append("</a>");
            before = name.text().charAt(name.text().length() - 1);
            return at + name.text().length();
          }
        }
      }
      out.append(c);
      before = c;
      return at + 1;
    }
  }

  /// Whether a word ends at a place, or goes on with a particle only.
  private static boolean endsWord(String html, int end) {
    if (end >= html.length() || !Character.isLetterOrDigit(html.charAt(end))) {
      return true;
    }
    int to = end;
    while (to < html.length() && isHangul(html.charAt(to))) {
      to++;
    }
    boolean whole = to >= html.length() || !Character.isLetterOrDigit(html.charAt(to));
    return to > end && whole && PARTICLE.matcher(html.substring(end, to)).matches();
  }

  private static boolean isHangul(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  /// A pass over one text.
  Pass pass(Language language) {
    return new Pass(byLanguage.getOrDefault(language, Map.of()));
  }
}
