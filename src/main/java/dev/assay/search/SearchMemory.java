package dev.assay.search;

import dev.assay.note.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32C;

/// The terms of all notes of a site, as they are kept from one build to the next: each term once, and each note as a list
/// of numbers.
///
/// @param terms all terms in their order; a term's number is its place
/// @param notes by the name of their file, in the order in which the index numbers them
public record SearchMemory(List<String> terms, SequencedMap<String, KnownNote> notes) {
  /// What is known before the first build.
  public static final SearchMemory EMPTY = new SearchMemory(List.of(), new LinkedHashMap<>());

  private static final long MAGIC = 0x41_53_53_41_59_51_00_01L;
  private static final int HEADER = 32;

  /// The terms of a note, when it is what it was.
  public Optional<KnownNote> find(String file, Digest digest) {
    return Optional.ofNullable(notes.get(file)).filter(known -> known.digest().equals(digest));
  }

  /// As bytes.
  ///
  /// @param program names the version of the program: another one may cut words differently
  public byte[] write(Digest program) {
    Bytes out = new Bytes(1 << 16);
    out.number(terms.size());
    String before = "";
    for (String term : terms) {
      int shared = shared(before, term);
      out.number(shared).text(term.substring(shared));
      before = term;
    }
    out.number(notes.size());
    notes.forEach((file, note) -> write(file, note, out));
    byte[] content = out.toArray();
    return ByteBuffer.allocate(HEADER + content.length)
        .putLong(MAGIC).putLong(checksum(content, 0)).putLong(program.high()).putLong(program.low())
        .put(content).array();
  }

  private static void write(String file, KnownNote note, Bytes out) {
    byte[] digest = ByteBuffer.allocate(16).putLong(note.digest().high()).putLong(note.digest().low()).array();
    out.text(file).all(digest).number(note.leaves().size());
    for (KnownNote.Leaf leaf : note.leaves()) {
      out.number(leaf.terms().length);
      int last = 0;
      for (int term : leaf.terms()) {
        out.number(term - last);
        last = term;
      }
      out.all(leaf.marks());
    }
  }

  /// What was written, when it is whole and of this program.
  public static Optional<SearchMemory> read(byte[] bytes, Digest program) {
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean known = in.getLong() == MAGIC && in.getLong() == checksum(bytes, HEADER) && in.getLong() == program.high() && in.getLong() == program.low();
    try {
      return known ? Optional.of(read(new Octets(bytes, HEADER, bytes.length))) : Optional.empty();
    } catch (IllegalArgumentException _) {
      // Bytes that keep their checksum and end too early were written by something else.
      return Optional.empty();
    }
  }

  private static SearchMemory read(Octets in) {
    int count = in.number();
    List<String> terms = new ArrayList<>(Math.min(count, in.left()));
    String before = "";
    for (int i = 0; i < count; i++) {
      before = before.substring(0, Octets.bounded(in.number(), before.length())).concat(in.text());
      terms.add(before);
    }
    SequencedMap<String, KnownNote> notes = new LinkedHashMap<>();
    for (int i = in.number(); i > 0; i--) {
      String file = in.text();
      Digest digest = new Digest(in.word(), in.word());
      List<KnownNote.Leaf> leaves = new ArrayList<>();
      for (int leaf = in.number(); leaf > 0; leaf--) {
        leaves.add(leaf(in, count));
      }
      notes.put(file, new KnownNote(digest, leaves));
    }
    return new SearchMemory(terms, notes);
  }

  private static KnownNote.Leaf leaf(Octets in, int known) {
    int[] terms = new int[Octets.bounded(in.number(), in.left())];
    int last = 0;
    for (int i = 0; i < terms.length; i++) {
      last = Octets.bounded(last + in.number(), known - 1);
      terms[i] = last;
    }
    return new KnownNote.Leaf(terms, in.bytes(terms.length));
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, bytes.length - from);
    return sum.getValue();
  }

  /// How many characters two terms share at their beginning, without cutting a character in two.
  static int shared(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int i = 0;
    while (i < most && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i > 0 && Character.isHighSurrogate(b.charAt(i - 1)) ? i - 1 : i;
  }
}
