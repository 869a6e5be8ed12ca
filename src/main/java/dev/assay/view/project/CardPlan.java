package dev.assay.view.project;

import dev.assay.card.Card;
import dev.assay.card.CardDrawing;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.NoteType;
import dev.assay.note.Digest;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.view.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which card images a site has, what is on them, and where they lie. A card's address is made of all that it shows: networks
/// keep a picture by its address for weeks, so another title has to be another picture.
///
/// There are none without a base URL, because a card is only ever found by its full address. A page whose note names a picture
/// has that one; one whose title no font can draw, and one that is no note's, has the card of the site.
public final class CardPlan {
  private static final int LINE_LENGTH = 140;
  private static final int DIGEST_LENGTH = 12;
  private static final String CARD = "card-";
  private static final Pattern NAME = Pattern.compile(".*/" + CARD + "[0-9a-f]{" + DIGEST_LENGTH + "}\\.png");

  private final Model model;

  CardPlan(Model model) {
    this.model = model;
  }

  /// A card.
  ///
  /// @param alt what it shows, in words
  public record Planned(SitePath address, Card card, String alt) {}

  /// All cards.
  List<Planned> all() {
    return Stream.concat(
            model.catalog().languages().stream().flatMap(language -> ofSite(language).stream()),
            model.catalog().entries().stream()
                .filter(entry -> entry.type() != NoteType.HOME && own(entry).isEmpty())
                .flatMap(entry -> of(entry).stream()))
        .toList();
  }

  /// The picture that a note names.
  private String own(Entry entry) {
    return entry.note().head().image().map(image -> Images.absolute(image.src().value(), entry, model)).orElse("");
  }

  /// The card of a note or hub.
  Optional<Planned> of(Entry entry) {
    if (!isDrawn()) {
      return Optional.empty();
    }
    Optional<Hub> hub = model.catalog().hub(entry);
    Mix mix = hub.isPresent() ? Cards.mix(hub.get(), model) : Cards.mix(entry, model);
    List<Card.Count> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (mix.of(kind) > 0) {
        String words = model.words().of(entry.language(), "count." + kind.word(), mix.of(kind));
        counts.add(new Card.Count(sign(kind), mix.of(kind), words));
      }
    }
    String counted = counts.stream().map(Card.Count::words).collect(Collectors.joining(", "));
    Card card = new Card(model.site().title(), entry.title(), hub.isPresent() ? question(hub.get()) : line(entry), counts);
    return planned(entry.address(), card, counted.isEmpty() ? entry.title() : entry.title() + " (" + counted + ")");
  }

  private static Card.Sign sign(Kind kind) {
    return switch (kind) {
      case FACT -> Card.Sign.FULL;
      case INFERENCE -> Card.Sign.HALF;
      case SPECULATION -> Card.Sign.HOLLOW;
      case BLOCKED -> Card.Sign.BARRED;
    };
  }

  /// The card of the site.
  Optional<Planned> ofSite(Language language) {
    if (!isDrawn()) {
      return Optional.empty();
    }
    String description =
        model.catalog().of(NoteType.HOME, language).stream()
            .findFirst()
            .flatMap(entry -> entry.note().head().description())
            .orElse(model.site().description());
    Card card = new Card(model.site().title(), "", Cut.words(description, LINE_LENGTH), List.of());
    return planned(model.catalog().addresses().home(language), card, model.site().title());
  }

  private boolean isDrawn() {
    return model.site().sharing().cards() && !model.base().url().isEmpty();
  }

  private String line(Entry entry) {
    Stream<String> date = entry.date().stream().map(_ -> Cards.date(entry.date(), entry.language()).text());
    Stream<String> hub = model.catalog().hubsOf(entry).stream().limit(1).map(each -> each.entry().title());
    return Stream.concat(date, hub).collect(Collectors.joining(" · "));
  }

  private static String question(Hub hub) {
    return Cut.words(hub.entry().note().head().question().orElse(""), LINE_LENGTH);
  }

  /// True for the address of a card.
  public static boolean isCard(SitePath address) {
    return NAME.matcher(address.value()).matches();
  }

  private Optional<Planned> planned(SitePath page, Card card, String alt) {
    if (model.fonts().missing(card).isPresent()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>(List.of(Integer.toString(CardDrawing.VERSION), model.fonts().name(), card.site(), card.title(), card.line()));
    card.counts().forEach(count -> shown.add(count.sign() + " " + count.number() + " " + count.words()));
    String digest = Digest.lasting(String.join("\n", shown)).hex().substring(0, DIGEST_LENGTH);
    return Optional.of(new Planned(page.folder().at(CARD + digest + ".png"), card, alt));
  }

  /// The first note whose title cannot be drawn, with the letter for which there is no font, and how many such notes there are.
  public record Undrawn(Entry first, String letter, int notes) {}

  /// Notes that have the card of the site because no font has a letter of theirs.
  public static Optional<Undrawn> undrawn(Model model) {
    return new CardPlan(model).undrawn();
  }

  private Optional<Undrawn> undrawn() {
    Optional<Undrawn> found = Optional.empty();
    if (isDrawn()) {
      for (Entry entry : model.catalog().entries()) {
        Optional<String> letter = own(entry).isEmpty() ? model.fonts().missing(new Card("", entry.title(), "", List.of())) : Optional.empty();
        if (letter.isPresent()) {
          Undrawn before = found.orElse(new Undrawn(entry, letter.get(), 0));
          found = Optional.of(new Undrawn(before.first(), before.letter(), before.notes() + 1));
        }
      }
    }
    return found;
  }
}
