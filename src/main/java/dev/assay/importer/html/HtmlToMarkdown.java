package dev.assay.importer.html;

import dev.assay.claim.KindWords;
import dev.assay.importer.Remark;
import dev.assay.importer.html.MarkdownWriter.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Converts HTML to Markdown that says the same. The door of this package.
///
/// ```
/// Converted text = HtmlToMarkdown.convert(html, base, page, title, options);
/// ```
///
/// The result is read back and compared with the original, block by block; what Markdown would say otherwise is
/// written with inline elements, or stays HTML, and the remarks tell it. Runs on a stack that is large enough when the
/// caller is one of [dev.assay.markdown.ParserThreads].
public final class HtmlToMarkdown {
  private final Options options;
  private final KindWords words;
  private final String title;
  private final Losses losses;

  private HtmlToMarkdown(Options options, String title, Losses losses) {
    this.options = options;
    this.words = KindWords.of(options.languages(), options.claimNames());
    this.title = title;
    this.losses = losses;
  }

  /// What came of it.
  ///
  /// @param markdown with LF at line ends
  /// @param images   the addresses of its pictures, each once, in order
  /// @param remarks  what was kept as HTML, changed or lost
  public record Converted(String markdown, List<String> images, List<Remark> remarks) {
    public Converted {
      images = List.copyOf(images);
      remarks = List.copyOf(remarks);
    }
  }

  /// Converts a text.
  ///
  /// @param base  the address that relative ones are relative to; empty when nothing says it
  /// @param page  the address of the text itself; empty when nothing says it
  /// @param title the note's title
  /// @param image changes the address of each picture, for those that are taken along
  public static Converted convert(String html, String base, String page, String title, Options options, UnaryOperator<String> image) {
    Losses losses = new Losses();
    Addresses addresses = new Addresses(base, page);
    HtmlToMarkdown conversion = new HtmlToMarkdown(options, title, losses);
    Article article = conversion.prepared(HtmlReader.read(html, addresses, losses, true), addresses, image);
    Optional<Written> found = conversion.written(article);
    if (found.isEmpty() && !article.footnotes().isEmpty()) {
      // With its footnotes as a list and links, the text may be one that Markdown can say.
      article = conversion.prepared(HtmlReader.read(html, addresses, new Losses(), false), addresses, image);
      found = conversion.written(article);
    }
    if (found.isEmpty()) {
      losses.add(Remark.lost("the note reads otherwise than the original in some place; compare them"));
      found = Optional.of(conversion.write(article, Collections.nCopies(article.blocks().size(), Way.HTML)));
    }
    Written written = found.get();
    conversion.tell(article, written.ways());
    return new Converted(written.markdown(), images(article), losses.remarks());
  }

  /// An article as Markdown.
  ///
  /// @param ways how each block is written
  private record Written(List<Way> ways, String markdown) {}

  private Written write(Article article, List<Way> ways) {
    return new Written(List.copyOf(ways), MarkdownWriter.write(article, ways, words));
  }

  /// The article with pictures where they will be, and with links to places that the text does not have made absolute.
  private Article prepared(Article article, Addresses addresses, UnaryOperator<String> image) {
    Set<String> places = new HashSet<>();
    boolean[] changes = new boolean[1];
    Leaves.of(article, leaf -> {
      if (leaf instanceof Leaf.Anchor(String id, _)) {
        places.add(id);
      }
      changes[0] |= leaf instanceof Leaf.Image || (!leaf.marks().isEmpty() && leaf.marks().stream().anyMatch(mark -> mark instanceof Mark.Link(String href, _, _) && isRelative(href)));
    });
    Leaves.headings(article).stream().map(Block.Heading::id).filter(id -> !id.isEmpty()).forEach(places::add);
    return changes[0] ? Leaves.changed(article, leaf -> prepared(leaf, places, addresses, image)) : article;
  }

  private Leaf prepared(Leaf leaf, Set<String> places, Addresses addresses, UnaryOperator<String> image) {
    Leaf changed = leaf instanceof Leaf.Image picture ? picture(picture, image) : leaf;
    return changed.marks().stream().anyMatch(mark -> isNowhere(mark, places)) ? changed.with(elsewhere(changed.marks(), places, addresses)) : changed;
  }

  /// A picture where it will be. One that lies beside something that is not there is its own description.
  private Leaf picture(Leaf.Image picture, UnaryOperator<String> image) {
    String src = image.apply(picture.src());
    if (src.equals(picture.src()) && isRelative(src)) {
      losses.add(Remark.lost("a picture that does not lie beside the feed: " + cut(src)));
      return new Leaf.Words(picture.alt().isBlank() ? src : picture.alt(), picture.marks());
    }
    return new Leaf.Image(src, picture.alt(), picture.title(), picture.width(), picture.height(), picture.marks());
  }

  /// Whether an address says nothing without the page that it stood on.
  private static boolean isRelative(String address) {
    return Addresses.scheme(address).isEmpty() && !address.startsWith("//");
  }

  private static boolean isNowhere(Mark mark, Set<String> places) {
    return mark instanceof Mark.Link(String href, _, _)
        && (href.startsWith("#") ? !places.contains(Footnotes.decoded(href.substring(1))) : isRelative(href));
  }

  private List<Mark> elsewhere(List<Mark> marks, Set<String> places, Addresses addresses) {
    List<Mark> all = new ArrayList<>();
    for (Mark mark : marks) {
      if (!isNowhere(mark, places)) {
        all.add(mark);
      } else if (mark instanceof Mark.Link(String href, String linkTitle, int serial) && href.startsWith("#") && !addresses.ofPlace(href).isEmpty()) {
        all.add(new Mark.Link(addresses.ofPlace(href), linkTitle, serial));
      } else if (mark instanceof Mark.Link(String href, _, _)) {
        losses.add(Remark.lost("a link whose address says nothing without the page that it stood on: " + cut(href)));
      }
    }
    return List.copyOf(all);
  }

  /// The article written so that the whole reads as it should; empty when nothing helps.
  private Optional<Written> written(Article article) {
    Wanted wanted = new Wanted(article);
    List<Way> ways = new ArrayList<>(Collections.nCopies(article.blocks().size(), Way.MARKDOWN));
    for (int round = 0; round < 4; round++) {
      Written written = write(article, ways);
      ReadBack.Seen seen = ReadBack.of(written.markdown(), title, options);
      if (seen.sound() && wanted.isSaidBy(seen.article())) {
        return Optional.of(written);
      }
      if (!worsen(wanted, seen, ways)) {
        break;
      }
    }
    Written html = write(article, Collections.nCopies(article.blocks().size(), Way.HTML));
    ReadBack.Seen seen = ReadBack.of(html.markdown(), title, options);
    return seen.sound() && wanted.isSaidBy(seen.article()) ? Optional.of(html) : Optional.empty();
  }

  /// Writes the blocks that are read otherwise in the next plainer way; false when there is none to be found.
  private boolean worsen(Wanted wanted, ReadBack.Seen seen, List<Way> ways) {
    boolean changed = false;
    List<Block> read = seen.article().blocks();
    boolean aligned = seen.sound() && read.size() == ways.size() && !wanted.blocksAreSaidBy(read);
    for (int i = 0; i < ways.size(); i++) {
      boolean wrong = aligned ? !wanted.isSaidBy(i, read.get(i)) : !readsAlone(wanted, i, ways.get(i));
      if (wrong && ways.get(i) != Way.HTML) {
        ways.set(i, next(wanted, i, ways.get(i)));
        changed = true;
      }
    }
    return changed;
  }

  /// The plainest way is the last resort: a block that reads well alone with inline elements stays Markdown.
  private Way next(Wanted wanted, int block, Way way) {
    return way == Way.MARKDOWN && readsAlone(wanted, block, Way.TAGS) ? Way.TAGS : Way.HTML;
  }

  private boolean readsAlone(Wanted wanted, int block, Way way) {
    if (wanted.marksFootnotes(block)) {
      // Its marks need their definitions, which only the whole has.
      return true;
    }
    Article alone = new Article(List.of(wanted.block(block)), List.of());
    ReadBack.Seen seen = ReadBack.of(MarkdownWriter.write(alone, List.of(way), words), title, options);
    List<Block> read = seen.article().blocks();
    return seen.sound() && read.size() == 1 && wanted.isSaidBy(block, read.getFirst());
  }

  private void tell(Article article, List<Way> ways) {
    for (int i = 0; i < ways.size(); i++) {
      Block block = article.blocks().get(i);
      if (ways.get(i) == Way.HTML) {
        losses.add(Remark.keptAsHtml(Leaves.name(block) + " that Markdown would say otherwise"));
      } else {
        Leaves.keptAsHtml(block).forEach(what -> losses.add(Remark.keptAsHtml(what)));
      }
    }
  }

  private static List<String> images(Article article) {
    Set<String> images = new LinkedHashSet<>();
    Leaves.of(article, leaf -> {
      if (leaf instanceof Leaf.Image image) {
        images.add(image.src());
      }
    });
    return List.copyOf(images);
  }

  /// The beginning of a text, as long as a remark may carry it.
  public static String cut(String text) {
    return text.length() <= 160 ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(156, text.codePointCount(0, text.length())))) + "…";
  }
}
