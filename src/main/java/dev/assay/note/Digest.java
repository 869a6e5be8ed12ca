package dev.assay.note;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// 128 bits that name contents, so that equal contents are recognised without being kept.
///
/// The usual digest is XXH3: a build digests more than it writes, and Java's SHA-256 takes 21 ms for a megabyte where only
/// the fast compiler runs, XXH3 0.7 ms. It recognises what has changed; it is no defence against someone who makes two
/// contents with one digest, who could as well change the one. What leaves the program as a name, an id of a feed or an
/// address, is a [#lasting] digest.
public record Digest(long high, long low) {
  private static final Hasher128 XXH3 = Hashing.xxh3_128();

  /// More bytes are digested in pieces: a process that has just started would go through all of them in one call that nothing has
  /// compiled, which takes twice as long.
  private static final int LARGE = 1 << 20;

  private static final int PIECE = 4096;

  /// The digest of some bytes.
  public static Digest of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /// The digest of a stretch of bytes.
  public static Digest of(byte[] bytes, int from, int length) {
    if (length > LARGE) {
      OfPieces pieces = new OfPieces();
      for (int at = 0; at < length; at += PIECE) {
        pieces.add(bytes, from + at, Math.min(PIECE, length - at));
      }
      return pieces.digest();
    }
    return of(XXH3.hashBytesTo128Bits(bytes, from, length));
  }

  /// The digest of a text in UTF-8.
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Digest of(HashValue128 hash) {
    return new Digest(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  /// The first 128 bits of the SHA-256 of some bytes: a name that other programs keep, and that must never change.
  public static Digest lasting(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Digest(number(hash, 0), number(hash, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /// The same of a text in UTF-8.
  public static Digest lasting(String text) {
    return lasting(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The digest of bytes that come in pieces: the same as of all of them together.
  public static final class OfPieces {
    private final HashStream128 stream = XXH3.hashStream();

    /// Adds a piece.
    public void add(byte[] bytes, int from, int length) {
      stream.putBytes(bytes, from, length);
    }

    /// Adds a piece.
    public void add(byte[] bytes) {
      stream.putBytes(bytes);
    }

    /// The digest of what was added so far.
    public Digest digest() {
      return of(stream.get());
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

  // Equality is written out here and in other records that every build compares: what Java makes for a record it puts together at
  // run time, at each start, which takes as long as to compare a million of them.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest && high == digest.high && low == digest.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  @Override
  public String toString() {
    return hex();
  }
}
