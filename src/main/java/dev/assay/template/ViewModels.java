package dev.assay.template;

import dev.assay.note.RecordPart;
import dev.assay.view.BodyView;
import dev.assay.view.LateList;
import dev.assay.view.LateMarkup;
import dev.assay.view.Markup;
import dev.assay.view.Part;
import dev.assay.view.Settings;
import dev.assay.view.Typed;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows views to templates: the components of view records, and nothing else. There is no way from here to a method,
/// a class or an object that is not a view, because none is ever wrapped.
///
/// One for each rendering: it remembers the last name that was asked of a record in vain, for the error message.
final class ViewModels implements ObjectWrapper {
  private static final ClassValue<Map<String, RecordPart>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordPart> computeValue(Class<?> type) {
          return components(type);
        }
      };

  /// A template asks whether there are any before it lists them: they are made once.
  private final Map<LateList<?>, TemplateModel> made = new HashMap<>();

  private final IdentityHashMap<BodyView, PrintedText> texts = new IdentityHashMap<>();

  private @Nullable Miss lastMiss;

  /// A name that a view does not have.
  ///
  /// @param view  the view's class
  /// @param name  what was asked for
  /// @param known what it has
  record Miss(String view, String name, Set<String> known) {}

  /// How often something was asked of a text.
  private int asked;

  /// How often a template has asked something of a note's text.
  int asked() {
    return asked;
  }

  private PrintedText printed(BodyView body) {
    asked++;
    return texts.computeIfAbsent(body, unread -> new PrintedText(unread.text()));
  }

  /// Notes where a part of a text is printed.
  void printed(String string, int at) {
    if (!texts.isEmpty()) {
      texts.values().forEach(text -> text.printed(string, at));
    }
  }

  /// Where the page has its note's own markup; empty where a template did more with it than print it once.
  Optional<Passages> passages() {
    return texts.size() == 1 ? texts.values().iterator().next().passages() : Optional.empty();
  }

  /// The last name that was asked of a record in vain.
  Optional<Miss> lastMiss() {
    return Optional.ofNullable(lastMiss);
  }

  /// Remembers a name that was asked for in vain.
  void missed(String view, String name, Set<String> known) {
    lastMiss = new Miss(view, name, known);
  }

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    return switch (value) {
      case null -> null;
      case TemplateModel model -> model;
      case String text -> new SimpleScalar(text);
      case Integer number -> new SimpleNumber(number);
      case Boolean truth -> truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
      case Markup markup -> HTMLOutputFormat.INSTANCE.fromMarkup(markup.html());
      case List<?> list -> new Sequence(list);
      case Settings settings -> new Named(settings);
      case BodyView body -> new Body(body);
      case LateList<?> late -> made.computeIfAbsent(late, _ -> new Sequence(late.views()));
      case LateMarkup late -> HTMLOutputFormat.INSTANCE.fromMarkup(late.markup().html());
      case Record record when record.getClass().getPackageName().equals(Markup.class.getPackageName()) ->
          new Components(record);
      default -> throw new TemplateModelException("a template cannot see a " + value.getClass().getSimpleName());
    };
  }

  private static Map<String, RecordPart> components(Class<?> type) {
    Map<String, RecordPart> components = new LinkedHashMap<>();
    RecordPart.of(type).forEach(part -> components.put(part.name(), part));
    return components;
  }

  /// The view that a template sees as a model; empty for what is no record.
  static Optional<Record> viewOf(Object model) {
    return model instanceof Components components ? Optional.of(components.record) : Optional.empty();
  }

  /// A record: its components by name, and `type` where it is one of several shapes.
  private final class Components implements TemplateHashModel {
    private final Record record;

    Components(Record record) {
      this.record = record;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
      Map<String, RecordPart> components = COMPONENTS.get(record.getClass());
      RecordPart component = components.get(name);
      if (component != null) {
        if (record instanceof Part.Html(Markup markup)) {
          texts.values().forEach(text -> text.taken(markup.html()));
        }
        return wrap(component.of(record));
      }
      if (name.equals("type") && record instanceof Typed typed) {
        return new SimpleScalar(typed.type());
      }
      lastMiss = new Miss(record.getClass().getSimpleName(), name, components.keySet());
      return null;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /// A list.
  private final class Sequence implements TemplateSequenceModel {
    private final List<?> list;

    Sequence(List<?> list) {
      this.list = list;
    }

    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
      return index < 0 || index >= list.size() ? null : wrap(list.get(index));
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  /// Free settings: their texts by name.
  private static final class Named implements TemplateHashModel {
    private final Settings settings;

    Named(Settings settings) {
      this.settings = settings;
    }

    @Override
    public @Nullable TemplateModel get(String name) {
      return settings.entries().stream()
          .filter(setting -> setting.name().equals(name))
          .findFirst()
          .map(setting -> new SimpleScalar(setting.value()))
          .orElse(null);
    }

    @Override
    public boolean isEmpty() {
      return settings.entries().isEmpty();
    }
  }

  /// A note's text: its parts.
  private final class Body implements TemplateHashModel {
    private final BodyView body;

    Body(BodyView body) {
      this.body = body;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
      return switch (name) {
        case "parts" -> wrap(printed(body).text().parts());
        case "holds" -> (TemplateMethodModelEx) marks -> held(marks) ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        default -> null;
      };
    }

    private boolean held(List<?> marks) throws TemplateModelException {
      if (marks.size() == 1 && marks.getFirst() instanceof TemplateScalarModel mark) {
        return printed(body).holds(mark.getAsString());
      }
      throw new TemplateModelException("'holds' needs a text to look for: body.holds(\"<table\")");
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
