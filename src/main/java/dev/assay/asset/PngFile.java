package dev.assay.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// The chunks of a PNG up to its end.
///
/// @param fault in the words of a problem; empty when it is whole
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are handed on and never compared
record PngFile(byte[] file, List<Chunk> chunks, String fault) {
  /// @param from where its length stands
  /// @param to   behind its checksum
  record Chunk(String type, int from, int to) {
    int data() {
      return from + 8;
    }

    int length() {
      return to - from - 12;
    }
  }

  static PngFile read(byte[] file) {
    Bytes bytes = new Bytes(file);
    List<Chunk> chunks = new ArrayList<>();
    String fault = "";
    int at = 8;
    while (at + 12 <= file.length) {
      long length = bytes.u32(at);
      if (at + 12 + length > file.length) {
        if (bytes.is(at + 4, "IDAT")) {
          chunks.add(new Chunk("IDAT", at, file.length)); // browsers show it as far as it goes
        }
        return new PngFile(file, chunks, Faults.CUT);
      }
      Chunk chunk = new Chunk(bytes.text(at + 4, 4), at, (int) (at + 12 + length));
      CRC32 sum = new CRC32();
      sum.update(file, at + 4, (int) length + 4);
      if (sum.getValue() != bytes.u32(chunk.to() - 4)) {
        // Browsers pass over a part with a wrong checksum that they can do without.
        boolean needed = Character.isUpperCase(chunk.type().charAt(0));
        fault = fault.isEmpty() && needed ? "is damaged: the checksum of its part '" + printable(chunk.type()) + "' is wrong" : fault;
        if (!needed) {
          at = chunk.to();
          continue;
        }
      }
      chunks.add(chunk);
      at = chunk.to();
      if (chunk.type().equals("IEND")) {
        return new PngFile(file, chunks, fault);
      }
    }
    return new PngFile(file, chunks, fault.isEmpty() ? Faults.CUT : fault);
  }

  private static String printable(String type) {
    return type.replaceAll("[^A-Za-z]", "?");
  }

  boolean has(String type) {
    return chunks.stream().anyMatch(chunk -> chunk.type().equals(type));
  }
}
