package dev.assay.build;

import dev.assay.asset.Form;
import dev.assay.asset.ImageInfo;
import dev.assay.asset.SvgCleaner;
import dev.assay.note.Digest;
import java.util.List;
import java.util.Optional;

/// What is known of one picture, from this build or an earlier one.
///
/// @param source   its path below the content's folder
/// @param size     of its file when it was looked at
/// @param modified the same
/// @param content  names its bytes
/// @param bytes    of its file as it is published
/// @param info     absent for a file that is damaged or no picture
/// @param what     what is wrong with it, in the words of a problem; empty for nothing
/// @param hint     what to do about that
/// @param set      the forms that browsers choose from
/// @param plain    the form for programs that take one, if it is none of its own
/// @param told     what was left out of a drawing
record KnownPicture(
    String source, long size, long modified, Digest content, long bytes, Optional<ImageInfo> info, String what, String hint, List<Made> set,
    List<Made> plain, List<SvgCleaner.Told> told) {
  KnownPicture {
    set = List.copyOf(set);
    plain = List.copyOf(plain);
    told = List.copyOf(told);
  }

  /// A form that was made.
  ///
  /// @param bytes of its file
  record Made(Form form, long bytes) {}

  /// The same file under a later look.
  KnownPicture at(String path, long bytesNow, long time) {
    return new KnownPicture(path, bytesNow, time, content, bytes, info, what, hint, set, plain, told);
  }
}
