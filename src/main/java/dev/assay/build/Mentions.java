package dev.assay.build;

import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Mention;
import dev.assay.note.MentionPass;
import dev.assay.note.Piece;
import dev.assay.note.SpokenNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds the entities that a text and its claims name.
final class Mentions {
  private Mentions() {}

  static List<Mention> in(MarkdownResult text, List<SpokenNames> all) {
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    if (!text.refused()) {
      all.stream().filter(names -> !names.isEmpty()).forEach(names -> find(text, names, found));
    }
    return found.entrySet().stream().map(each -> new Mention(each.getKey(), each.getValue())).toList();
  }

  private static void find(MarkdownResult text, SpokenNames names, Map<String, List<Integer>> found) {
    each(text.body().pieces(), names, entity -> found.computeIfAbsent(entity, _ -> new ArrayList<>()));
    for (int i = 0; i < text.claims().size(); i++) {
      int claim = i;
      each(text.claims().get(i).pieces(), names, entity -> add(found.computeIfAbsent(entity, _ -> new ArrayList<>()), claim));
    }
  }

  private static void add(List<Integer> claims, int claim) {
    if (claims.isEmpty() || claims.getLast() != claim) {
      claims.add(claim);
    }
  }

  private static void each(List<Piece> pieces, SpokenNames names, Consumer<String> entity) {
    MentionPass pass = new MentionPass(names);
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Html(String html)) {
        pass.read(html).forEach(found -> entity.accept(found.name().entity()));
      }
    }
  }
}
