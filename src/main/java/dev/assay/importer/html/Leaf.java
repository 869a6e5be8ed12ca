package dev.assay.importer.html;

import java.util.List;

/// The smallest parts of a sentence, each with all that it is set in, outermost first. A flat list of leaves is easier
/// to tidy than a tree: white space moves out of marks, and equal marks that touch become one.
sealed interface Leaf {
  List<Mark> marks();

  Leaf with(List<Mark> marks);

  /// Words, with white space collapsed.
  record Words(String text, List<Mark> marks) implements Leaf {
    @Override
    public Words with(List<Mark> marks) {
      return new Words(text, marks);
    }
  }

  record Code(String text, List<Mark> marks) implements Leaf {
    @Override
    public Code with(List<Mark> marks) {
      return new Code(text, marks);
    }
  }

  record Break(List<Mark> marks) implements Leaf {
    @Override
    public Break with(List<Mark> marks) {
      return new Break(marks);
    }
  }

  /// @param width  in pixels, or empty
  /// @param height in pixels, or empty
  record Image(String src, String alt, String title, String width, String height, List<Mark> marks) implements Leaf {
    @Override
    public Image with(List<Mark> marks) {
      return new Image(src, alt, title, width, height, marks);
    }
  }

  /// A place that a link of the same text leads to.
  record Anchor(String id, List<Mark> marks) implements Leaf {
    @Override
    public Anchor with(List<Mark> marks) {
      return new Anchor(id, marks);
    }
  }

  record FootnoteMark(String label, List<Mark> marks) implements Leaf {
    @Override
    public FootnoteMark with(List<Mark> marks) {
      return new FootnoteMark(label, marks);
    }
  }
}
