package dev.assay.view.project;

import dev.assay.catalog.Slugs;
import dev.assay.catalog.Term;
import dev.assay.note.Entity;
import dev.assay.note.Language;
import dev.assay.note.MentionPass;
import dev.assay.note.SpokenNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Links the first mention of each entity in a text to its page; what a mention is, [MentionPass] says.
final class EntityMentions {
  private final Map<Language, SpokenNames> byLanguage = new HashMap<>();
  private final Map<Language, List<String>> told = new HashMap<>();
  private final Map<Language, List<SpokenNames.Name>> all = new HashMap<>();

  EntityMentions(Model model) {
    if (!model.site().linkEntities()) {
      return;
    }
    Map<String, Entity> bySlug = new HashMap<>();
    model.site().entities().all().forEach(entity -> bySlug.putIfAbsent(Slugs.of(entity.name()), entity));
    Map<Language, List<SpokenNames.Name>> names = new HashMap<>();
    for (Term term : model.catalog().terms()) {
      if (term.taxonomy().equals("entities")) {
        List<SpokenNames.Name> of = names.computeIfAbsent(term.language(), _ -> new ArrayList<>());
        String href = model.base().href(term.address());
        Entity entity = bySlug.get(term.slug());
        if (entity == null) {
          of.add(SpokenNames.Name.of(term.name(), href, false));
        } else {
          entity.spoken().forEach(name -> of.add(SpokenNames.Name.of(name, href, false)));
          entity.tickers().forEach(ticker -> of.add(SpokenNames.Name.of(ticker, href, true)));
        }
      }
    }
    names.forEach(
        (language, of) -> {
          byLanguage.put(language, SpokenNames.of(of));
          all.put(language, List.copyOf(of));
          told.put(language, of.stream().map(name -> name.text() + " " + name.entity()).sorted().toList());
        });
  }

  /// Names all that the links of a language are made from; empty where none are.
  List<String> names(Language language) {
    return told.getOrDefault(language, List.of());
  }

  /// The names that are linked in a language.
  List<SpokenNames.Name> spoken(Language language) {
    return all.getOrDefault(language, List.of());
  }

  /// A pass over the markup of one text, which may come in pieces that end anywhere.
  static final class Pass {
    private final MentionPass pass;
    private final Set<String> seen = new HashSet<>();

    Pass(SpokenNames names) {
      this.pass = new MentionPass(names);
    }

    /// The same markup with links.
    String link(String html) {
      StringBuilder out = new StringBuilder();
      int at = 0;
      for (SpokenNames.Found found : pass.read(html)) {
        if (seen.add(found.name().entity())) {
          out.append(html, at, found.start()).append("<a class=\"entity\" href=\"");
          Html.attribute(found.name().entity(), out);
          out.append("\">").append(html, found.start(), found.end()).append("</a>");
          at = found.end();
        }
      }
      return at == 0 ? html : out.append(html, at, html.length()).toString();
    }
  }

  /// A pass over one text.
  Pass pass(Language language) {
    return new Pass(byLanguage.getOrDefault(language, SpokenNames.NONE));
  }
}
