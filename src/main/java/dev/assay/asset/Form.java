package dev.assay.asset;

/// One form of a picture that is to be made.
public record Form(int width, int height, ImageFormat format) {
  public Form {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a form of " + width + " × " + height);
    }
  }
}
