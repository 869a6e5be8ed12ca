package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names that a writer chose anywhere in a text, so that ids made for headings above them keep clear of them.
final class Reserved {
  private final Set<String> names = new HashSet<>();

  private Reserved() {}

  static Set<String> names(BlockReader.Reading reading) {
    Reserved reserved = new Reserved();
    reserved.all(reading.blocks());
    return reserved.names;
  }

  private void all(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph paragraph -> trailing(paragraph.prose());
        case Block.Heading heading -> trailing(heading.prose());
        case Block.Quote quote -> all(quote.blocks());
        case Block.Listing list -> list.items().forEach(item -> all(item.blocks()));
        case Block.Table table -> table.rows().forEach(row -> row.forEach(this::trailing));
        case Block.Definitions list ->
            list.entries().forEach(entry -> entry.descriptions().forEach(meaning -> all(meaning.blocks())));
        case Block.Container directive -> {
          name(directive.argument().text(), 0);
          trailing(directive.argument());
          all(directive.blocks());
        }
        case Block.Formula formula -> name(formula.attributes().text(), 0);
        case Block.Code _, Block.Html _, Block.Rule _ -> {}
      }
    }
  }

  private void trailing(Prose prose) {
    String text = prose.text().stripTrailing();
    int open = text.endsWith("}") ? ClaimOptions.startOfTrailing(text) : -1;
    if (open >= 0) {
      name(text, open);
    }
  }

  private void name(String text, int from) {
    int hash = text.indexOf('#', from);
    if (hash < 0 || hash > from + 2) {
      return;
    }
    int end = hash + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '}') {
      end++;
    }
    names.add(text.substring(hash + 1, end));
  }
}
