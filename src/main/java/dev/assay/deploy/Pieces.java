package dev.assay.deploy;

import dev.assay.note.Digest;
import dev.assay.publish.Owned;
import dev.assay.publish.Published;
import dev.assay.publish.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a built site, in the order in which they are put in place.
final class Pieces {
  /// How much of a file tells whether it is a feed.
  private static final int START = 2000;

  /// A name that changes with the content: such a file never does.
  private static final Pattern FINGERPRINTED = Pattern.compile("assets/.*\\.[0-9a-f]{10}\\.[a-z0-9]+");

  private static final Pattern MEDIA = Pattern.compile("(?:image|font|audio|video)/.*|text/(?:css|javascript).*|application/(?:pdf|zip)");

  private Pieces() {}

  /// All files that Assay wrote, by stage and path.
  ///
  /// @param folder where they lie
  static List<Piece> of(Published published, Path folder) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (Map.Entry<String, Owned> each : published.files().entrySet()) {
      String file = each.getKey();
      Path at = folder.resolve(file);
      String type = type(file, at);
      Stage stage = each.getValue().stage();
      pieces.add(new Piece(file, stage, each.getValue().content(), at, type, cacheControl(file, type, stage)));
    }
    pieces.sort(Comparator.comparing(Piece::stage).thenComparing(Piece::file));
    return pieces;
  }

  /// The bytes of a piece.
  ///
  /// @throws IOException also when they are not what was built any more
  static byte[] bytes(Piece piece) throws IOException {
    byte[] bytes = Files.readAllBytes(piece.at());
    if (!Digest.of(bytes).equals(piece.content())) {
      throw new IOException("'" + piece.file() + "' of the built site is not what was built any more");
    }
    return bytes;
  }

  /// Whether some bytes are the piece that a digest names, which was meant for a file.
  static boolean isPiece(String file, byte[] bytes, Digest named) {
    Digest content = Digest.of(bytes);
    String type = MediaTypes.of(file, Arrays.copyOf(bytes, Math.min(bytes.length, START)));
    return Stream.of(Stage.values()).anyMatch(stage -> Piece.digest(content, type, cacheControl(file, type, stage)).equals(named));
  }

  /// Only for XML and JSON does the name not say it all.
  private static String type(String file, Path at) throws IOException {
    String name = file.toLowerCase(Locale.ROOT);
    if (!name.endsWith(".xml") && !name.endsWith(".json")) {
      return MediaTypes.of(file);
    }
    try (InputStream in = Files.newInputStream(at, LinkOption.NOFOLLOW_LINKS)) {
      return MediaTypes.of(file, in.readNBytes(START));
    }
  }

  /// A page is asked for again after a minute, a feed after five; a file whose name holds its fingerprint never.
  static String cacheControl(String file, String type, Stage stage) {
    if (FINGERPRINTED.matcher(file).matches()) {
      return "public, max-age=31536000, immutable";
    }
    if (stage == Stage.ASSET && MEDIA.matcher(type).matches()) {
      return "public, max-age=3600";
    }
    return stage == Stage.FEED ? "public, max-age=300" : "public, max-age=60";
  }
}
