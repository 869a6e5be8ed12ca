package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.claim.Claim;
import dev.assay.feed.MailMarkup;
import dev.assay.note.Kind;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.TitleText;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.template.Outcome;
import dev.assay.template.Renderer;
import dev.assay.view.DateView;
import dev.assay.view.MailView;
import dev.assay.view.Markup;
import dev.assay.view.Mix;
import dev.assay.view.project.Changes;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A note as a mail: what feeds carry of it, with the signs of kinds, in a document of its own without rules of style, scripts and
/// drawings, and no longer than mail programs show.
public final class NoteMail {
  /// Gmail cuts what is longer than 102 kB.
  public static final int MOST_BYTES = 100_000;

  private static final String TEMPLATE = "mail.ftlh";

  private final Model model;
  private final Projection projection;
  private final Renderer renderer;
  private final FeedBodies bodies;

  NoteMail(Reading reading, Analysis analysis) {
    this.model = analysis.model();
    this.projection = new Projection(model);
    this.renderer = new Renderer(reading.templates());
    this.bodies = new FeedBodies(model, projection, renderer, reading.templates());
  }

  /// What came of it.
  public sealed interface Result {}

  /// @param subject  the title of the note
  /// @param language of the note, as a tag
  /// @param html     at most [#MOST_BYTES] in UTF-8, unless its head alone has more
  /// @param text     the same as plain text
  /// @param problems warnings
  public record Made(String subject, String language, String html, String text, List<Problem> problems) implements Result {}

  /// @param problems at least one error
  public record Failed(List<Problem> problems) implements Result {}

  Result of(String wanted) {
    if (model.base().url().isEmpty()) {
      return failed(Code.NO_BASE_URL, "content", "a mail needs full addresses, and the site has no 'base_url'", "add base_url to site.yaml, or give --base-url");
    }
    Optional<Entry> entry = entry(wanted);
    return entry.isPresent() ? of(entry.get()) : unknown(wanted);
  }

  private static Failed failed(Code code, String file, String message, String hint) {
    return new Failed(List.of(Problem.ofFile(Severity.ERROR, code, file, message, hint)));
  }

  private Optional<Entry> entry(String wanted) {
    String name = wanted.replace('\\', '/');
    List<Entry> all = model.catalog().entries();
    return all.stream()
        .filter(
            entry ->
                entry.note().file().equals(name) || entry.source().value().equals(name) || entry.address().value().equals(name)
                    || model.base().absolute(entry.address()).equals(wanted))
        .findFirst()
        .or(() -> all.stream().filter(entry -> entry.slug().equals(name) && entry.language().equals(model.site().language())).findFirst())
        .or(() -> all.stream().filter(entry -> entry.slug().equals(name)).findFirst());
  }

  private Failed unknown(String wanted) {
    List<String> known = new ArrayList<>();
    model.catalog().entries().forEach(entry -> known.addAll(List.of(entry.note().file(), entry.slug(), entry.address().value())));
    String hint =
        Nearest.to(wanted, known).map(near -> "did you mean '" + near + "'?").orElse("name a file under content/, an address such as /post/x/, or a slug; drafts need --drafts");
    return failed(Code.UNKNOWN_NOTE, "content", "there is no note '" + wanted + "'", hint);
  }

  private Result of(Entry entry) {
    return switch (bodies.signed(entry)) {
      case FeedBodies.Failed failed -> new Failed(failed.problems());
      case FeedBodies.Text(String body, _) ->
          switch (renderer.renderPart(TEMPLATE, entry.language(), entry.note().file(), view(entry, body))) {
            case Outcome.Failed failed -> new Failed(failed.problems());
            case Outcome.Rendered(String html) -> made(entry, html);
          };
    };
  }

  private Result made(Entry entry, String html) {
    return switch (MailMarkup.of(html, MOST_BYTES)) {
      case MailMarkup.Faulty(String selector, String why) ->
          failed(Code.TEMPLATE, "templates/" + TEMPLATE, "a rule of its style " + why + ": " + selector, "write it as a plain selector, such as '.lead' or 'table th'");
      case MailMarkup.Done done -> {
        List<Problem> problems = new ArrayList<>();
        if (done.isShortened()) {
          problems.add(
              Problem.ofFile(
                  Severity.WARNING, Code.MAIL, entry.note().file(), "the note is too long for a mail, which ends with the way to the rest",
                  "mail programs cut what is longer than 102 kB; write a shorter one that links to it"));
        }
        yield new Made(TitleText.seen(entry.title()), entry.language().tag(), done.html(), done.text(), List.copyOf(problems));
      }
    };
  }

  private MailView view(Entry entry, String body) {
    Site site = model.site();
    SitePath home = model.catalog().addresses().home(entry.language());
    return new MailView(
        site.title(), entry.language().tag(), entry.title(), entry.note().head().description().orElse(""), model.base().absolute(entry.address()),
        model.base().absolute(home), projection.date(entry), updated(entry),
        site.authors(entry.note().head()).stream().map(author -> author.in(entry.language())).toList(), mix(entry),
        projection.changes().in(entry.language()).stream().filter(change -> change.note().equals(entry.source())).map(Changes.Change::view).toList(),
        new Markup(body));
  }

  private static DateView updated(Entry entry) {
    Optional<OffsetDateTime> updated = entry.updated();
    return updated.isPresent() ? DateView.of(updated.get(), entry.language()) : DateView.NONE;
  }

  /// The claims of a note; of a hub those of its notes as well, each once.
  private Mix mix(Entry entry) {
    List<Entry> all = new ArrayList<>(model.catalog().hub(entry).map(Hub::members).orElse(List.of()));
    all.add(entry);
    Set<Integer> seen = new HashSet<>();
    List<Kind> kinds =
        all.stream().flatMap(each -> model.ledger().of(each.source()).stream()).filter(claim -> seen.add(claim.number())).map(Claim::kind).toList();
    return Mix.of(kinds);
  }
}
