package dev.assay.template;

import dev.assay.note.Language;
import dev.assay.view.Recent;
import freemarker.core.DirectiveCallPlace;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `<@once of=claim>…</@once>`: prints what is in it once for a view, and then what it printed before, wherever the same
/// view comes again at this place of the template. For rows that stand in many lists: nothing in it may depend on anything
/// but the view and the language.
final class Once implements TemplateDirectiveModel {
  private static final int LONGEST = 64_000_000;

  /// What is longer is printed each time: a claim with thousands of premises stands in few lists.
  private static final int KEPT = 500_000;

  private final Recent<Key, String> printed;
  private final Language language;
  private final ViewModels models;

  Once(Recent<Key, String> printed, Language language, ViewModels models) {
    this.printed = printed;
    this.language = language;
    this.models = models;
  }

  /// What was printed: a view at a place of a template, in a language. It is the same view only when it is the same object, which costs
  /// nothing to find out.
  static final class Key {
    private final Record view;
    private final DirectiveCallPlace place;
    private final Language language;

    Key(Record view, DirectiveCallPlace place, Language language) {
      this.view = view;
      this.place = place;
      this.language = language;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same object is the point: see above
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.view == view && key.place == place && key.language.equals(language);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(view);
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // FreeMarker's own signature
  public void execute(Environment environment, Map parameters, TemplateModel[] variables, @Nullable TemplateDirectiveBody body)
      throws TemplateException, IOException {
    Optional<Record> view = Optional.ofNullable(parameters.get("of")).flatMap(ViewModels::viewOf);
    if (view.isEmpty()) {
      throw new TemplateModelException("'@once' needs a view to print once: <@once of=claim>");
    }
    if (body == null) {
      return;
    }
    Key key = new Key(view.get(), environment.getCurrentDirectiveCallPlace(), language);
    Optional<String> known = printed.known(key);
    if (known.isEmpty()) {
      BoundedText text = new BoundedText(LONGEST, BoundedText.UNHEARD);
      int asked = models.asked();
      body.render(text);
      known = Optional.of(text.toString());
      // What depends on a note's text has to be asked for by each page that shows it.
      if (models.asked() == asked && known.get().length() <= KEPT) {
        printed.keep(key, known.get());
      }
    }
    environment.getOut().write(known.get());
  }
}
