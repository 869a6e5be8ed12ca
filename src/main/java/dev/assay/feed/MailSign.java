package dev.assay.feed;

import dev.assay.note.Kind;

/// How a mail shows a kind: as a letter, because it can show no drawing.
public enum MailSign {
  FACT("●"),
  INFERENCE("◐"),
  SPECULATION("○"),
  BLOCKED("⊘");

  private final String mark;

  MailSign(String mark) {
    this.mark = mark;
  }

  /// The sign of a kind.
  public static MailSign of(Kind kind) {
    return switch (kind) {
      case FACT -> FACT;
      case INFERENCE -> INFERENCE;
      case SPECULATION -> SPECULATION;
      case BLOCKED -> BLOCKED;
    };
  }

  /// The letter.
  public String mark() {
    return mark;
  }

  /// The tag of a claim.
  ///
  /// @param word the word of the kind, plain text
  public String tag(String word) {
    return "<strong>" + mark + " " + Markup.text(word) + "</strong>";
  }

  String className() {
    return switch (this) {
      case FACT -> Kind.FACT.word();
      case INFERENCE -> Kind.INFERENCE.word();
      case SPECULATION -> Kind.SPECULATION.word();
      case BLOCKED -> Kind.BLOCKED.word();
    };
  }
}
