package dev.assay.markdown;

/// Parts a heading's text from the attributes at its end.
final class Headings {
  private Headings() {}

  static Prose text(Block.Heading heading) {
    int open = Attributes.startOfTrailing(heading.prose().text());
    return open < 0 ? heading.prose() : heading.prose().slice(0, open).strip();
  }

  static Attributes attributes(Block.Heading heading) {
    String text = heading.prose().text();
    int open = Attributes.startOfTrailing(text);
    return open < 0 ? Attributes.NONE : Attributes.read(text.substring(open));
  }
}
