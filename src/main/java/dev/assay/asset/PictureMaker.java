package dev.assay.asset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.awt.color.CMMException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Makes smaller forms of a picture: decodes it once, turns it the way it was held, and gives its colours the meaning that
/// screens expect. Everything happens in memory and without a screen.
public final class PictureMaker {
  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
  }

  private PictureMaker() {}

  /// What came of it.
  public sealed interface Result {}

  /// The files, in the order of the forms that were asked for.
  public record Made(List<byte[]> files) implements Result {
    public Made {
      files = List.copyOf(files);
    }
  }

  /// It cannot be read, although its head looked right.
  ///
  /// @param why  in the words of a problem, about "it"
  /// @param hint what to do
  /// @param here whether it is this machine or its memory, and another may do it
  public record Unreadable(String why, String hint, boolean here) implements Result {}

  /// About how many bytes of memory it takes to make some forms.
  public static long memory(ImageInfo info, List<Form> forms) {
    int step = step(info, forms);
    return (long) info.fileWidth() * info.fileHeight() * 5 / ((long) step * step) + (8L << 20);
  }

  /// Makes some forms.
  ///
  /// @param quality of lossy ones, 1 to 100
  public static Result make(byte[] file, ImageInfo info, List<Form> forms, int quality) {
    try {
      return new Made(made(file, info, forms, quality));
    } catch (IOException | RuntimeException e) {
      // Readers of pictures throw whatever comes to hand at a file that is damaged: bounds, casts, arithmetic.
      return new Unreadable("cannot be decoded (" + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("")) + ")", "open it and save it again; it is published as it is", false);
    } catch (OutOfMemoryError e) {
      return new Unreadable("is too large for the memory that Java was given", "give Java more with ASSAY_JAVA_OPTS=-Xmx2g, or make the picture smaller", true);
    } catch (LinkageError e) {
      // A folder for temporary files from which nothing may be run, or a system that is older than the library.
      return new Unreadable("cannot be written as WebP here (" + e.getMessage() + ")", "set images: {webp: false}; it is published as it is", true);
    }
  }

  private static List<byte[]> made(byte[] file, ImageInfo info, List<Form> forms, int quality) throws IOException {
    Decoder.Decoded decoded = Decoder.read(file, info.format(), step(info, forms));
    List<Form> falling = forms.stream().sorted(Comparator.comparingInt(Form::width).reversed()).toList();
    List<Shrunk> shrunk = new ArrayList<>();
    Rows from = decoded.rows();
    for (Form form : falling) {
      if (shrunk.isEmpty() || shrunk.getLast().form().width() != form.width()) {
        // Each is made of the next larger one, which costs little and cannot be told from the other way by eye.
        Pixels pixels = Shrinking.to(from, Math.min(from.width(), info.lies() ? form.height() : form.width()), Math.min(from.height(), info.lies() ? form.width() : form.height()));
        Pixels coloured = shrunk.isEmpty() ? decoded.profile().map(profile -> converted(pixels, profile)).orElse(pixels) : pixels;
        shrunk.add(new Shrunk(form, coloured));
        from = coloured;
      }
    }
    // What is drawn and what is photographed is told by the largest form: the smaller ones shall look like it.
    Optional<Form> largest = forms.stream().filter(form -> form.format() == ImageFormat.WEBP).max(Comparator.comparingInt(Form::width));
    boolean drawn = info.format() == ImageFormat.PNG && largest.isPresent() && Encoder.isDrawn(shrunk.getFirst().pixels(), quality);
    List<byte[]> files = new ArrayList<>();
    for (Form form : forms) {
      Optional<Shrunk> source = shrunk.stream().filter(each -> each.form().width() == form.width()).findFirst();
      Pixels pixels = source.orElseThrow().pixels().turned(info.orientation());
      files.add(Encoder.write(pixels, form.format(), quality, drawn));
    }
    return files;
  }

  private record Shrunk(Form form, Pixels pixels) {}

  /// Of a picture that is far larger than its largest form not every pixel need be kept: twice as many as the form has each
  /// way are more than an eye sees.
  private static int step(ImageInfo info, List<Form> forms) {
    int largest = forms.stream().mapToInt(Form::width).max().orElse(1);
    return Math.max(1, info.width() / (2 * largest));
  }

  /// Colours of another profile as those of the usual one.
  private static Pixels converted(Pixels pixels, ICC_Profile profile) {
    if (pixels.bands() < 3) {
      return pixels;
    }
    int count = pixels.width() * pixels.height();
    byte[] colours = new byte[count * 3];
    copy(pixels.data(), pixels.bands(), colours, 3, count);
    WritableRaster from = Raster.createInterleavedRaster(new DataBufferByte(colours, colours.length), pixels.width(), pixels.height(), pixels.width() * 3, 3, new int[] {0, 1, 2}, null);
    WritableRaster to = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, pixels.width(), pixels.height(), pixels.width() * 3, 3, new int[] {0, 1, 2}, null);
    try {
      new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null).filter(from, to);
    } catch (CMMException | IllegalArgumentException _) {
      // A profile that cannot be applied is passed over, as browsers do.
      return pixels;
    }
    byte[] data = pixels.data().clone();
    copy(((DataBufferByte) to.getDataBuffer()).getData(), 3, data, pixels.bands(), count);
    return new Pixels(pixels.width(), pixels.height(), pixels.bands(), data);
  }

  private static void copy(byte[] from, int fromBands, byte[] to, int toBands, int count) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(from, i * fromBands, to, i * toBands, 3);
    }
  }
}
