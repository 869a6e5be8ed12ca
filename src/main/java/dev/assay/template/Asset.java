package dev.assay.template;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;

/// A file of the theme that pages load: a style sheet, a picture. Its address holds the digest of its contents, so that
/// a browser may keep it for ever and never sees an old one.
public final class Asset {
  private final String name;
  private final SitePath address;
  private final Digest digest;
  private final byte[] bytes;

  Asset(String name, byte[] bytes) {
    int dot = name.lastIndexOf('.');
    boolean extended = dot > name.lastIndexOf('/') + 1;
    String stem = extended ? name.substring(0, dot) : name;
    String extension = extended ? name.substring(dot) : "";
    this.name = name;
    this.digest = Digest.lasting(bytes);
    this.address = new SitePath("/assets/" + stem + "." + digest.hex().substring(0, 10) + extension);
    this.bytes = bytes;
  }

  /// The name by which templates ask for it, below `templates/assets/`: `style.css`.
  public String name() {
    return name;
  }

  /// Where it is published: `/assets/style.1f3870be27.css`.
  public SitePath address() {
    return address;
  }

  /// Names its contents.
  public Digest digest() {
    return digest;
  }

  /// A copy of its contents.
  public byte[] bytes() {
    return bytes.clone();
  }
}
