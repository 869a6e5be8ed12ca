package dev.assay.note;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A small template that notes call by its name, as its file declares it.
///
/// @param name       its name in a note: `details`
/// @param about      what it does, for lists; may be empty
/// @param inline     whether it stands in a sentence, `` {name}`…` ``, rather than in a block of its own, `:::{name}`
/// @param body       whether Markdown stands between its fences
/// @param argument   the parameter that takes the words behind the name; empty when there is none
/// @param parameters in the order they are declared
/// @param feed       whether feeds and everything else that is no page get a form of its own
/// @param usable     false when its file is at fault: its uses print their text alone, because the file's fault is told
public record Shortcode(
    String name, String about, boolean inline, Body body, String argument, List<Parameter> parameters, boolean feed, boolean usable) {
  public Shortcode {
    parameters = List.copyOf(parameters);
  }

  /// Whether a shortcode takes Markdown between its fences.
  public enum Body {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  /// The types of parameters.
  public enum Type {
    /// Plain words.
    TEXT,
    /// Words with emphasis, links and the like.
    MARKDOWN,
    /// A whole number.
    INTEGER,
    /// A number.
    NUMBER,
    /// `true` or `false`.
    BOOL,
    /// A day: `2026-05-30`.
    DATE,
    /// One of a few words.
    CHOICE,
    /// An address that a reader follows: of another site, or a note, heading or file of this one.
    URL,
    /// A picture or other file that the page shows.
    FILE,
    /// A note of this site.
    NOTE;

    /// The word by which a declaration names it.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// One parameter.
  ///
  /// @param choices   the words of which it is one; empty for another type
  /// @param otherwise what it is where a note doesn't say; empty when the note has to, or when it may be missing
  /// @param optional  whether it may be missing
  /// @param least     the smallest number; empty for no limit
  /// @param most      the greatest number; empty for no limit
  /// @param about     what it means, for lists; may be empty
  public record Parameter(
      String name, Type type, List<String> choices, Optional<String> otherwise, boolean optional, Optional<BigDecimal> least,
      Optional<BigDecimal> most, String about) {
    public Parameter {
      choices = List.copyOf(choices);
    }

    /// Whether a note has to say it.
    public boolean required() {
      return otherwise.isEmpty() && !optional;
    }

    /// What it takes, as the end of a sentence: `a whole number from 1 to 12`.
    public String takes() {
      return switch (type) {
        case TEXT, MARKDOWN -> "words";
        case INTEGER -> "a whole number" + limits();
        case NUMBER -> "a number" + limits();
        case BOOL -> "true or false";
        case DATE -> "a day like 2026-05-30";
        case CHOICE -> "one of " + String.join(", ", choices);
        case URL -> "an address";
        case FILE -> "the address of a file";
        case NOTE -> "a note of this site, like other-note.md";
      };
    }

    private String limits() {
      if (least.isPresent() && most.isPresent()) {
        return " from " + least.get().toPlainString() + " to " + most.get().toPlainString();
      }
      return least.map(low -> " of at least " + low.toPlainString()).or(() -> most.map(high -> " of at most " + high.toPlainString())).orElse("");
    }
  }

  /// The parameter of a name.
  public Optional<Parameter> parameter(String wanted) {
    return parameters.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }

  /// The names of all parameters, in order.
  public List<String> parameterNames() {
    return parameters.stream().map(Parameter::name).toList();
  }
}
