package dev.assay.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The first 128 bits of a SHA-256: names contents, so that equal contents are recognised without being kept.
public record Digest(long high, long low) {
  /// The digest of some bytes.
  public static Digest of(byte[] bytes) {
    return ofHash(sha256().digest(bytes));
  }

  /// The digest of a text in UTF-8.
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The digest that begins a finished SHA-256.
  public static Digest ofHash(byte[] hash) {
    return new Digest(number(hash, 0), number(hash, 8));
  }

  /// A fresh SHA-256, which every Java platform has to provide.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /// Thirty-two hexadecimal digits.
  public String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(high) + format.toHexDigits(low);
  }

  private static long number(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  @Override
  public String toString() {
    return hex();
  }
}
