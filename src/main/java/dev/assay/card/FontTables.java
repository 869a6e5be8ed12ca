package dev.assay.card;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The tables of a font file: TrueType as it is, or packed for the web (WOFF 1.0). A packed table is unpacked when it is
/// asked for.
final class FontTables {
  private static final int TRUETYPE = 0x00010000;
  private static final int APPLE = 0x74727565;
  private static final int WOFF = 0x774F4646;
  private static final int WOFF2 = 0x774F4632;
  private static final int POSTSCRIPT = 0x4F54544F;
  private static final int COLLECTION = 0x74746366;
  private static final int TABLES_AT_MOST = 200;
  private static final int BYTES_AT_MOST = 64 << 20;

  private final FontBytes bytes;
  private final Map<String, Where> tables;

  /// @param packed how many bytes it takes in the file
  /// @param length how many it has
  private record Where(int offset, int packed, int length) {}

  private FontTables(FontBytes bytes, Map<String, Where> tables) {
    this.bytes = bytes;
    this.tables = tables;
  }

  static FontTables of(byte[] file) throws FontFaultException {
    FontBytes bytes = new FontBytes(file);
    return switch (bytes.int32(0)) {
      case TRUETYPE, APPLE -> new FontTables(bytes, directory(bytes, 12, 16, false));
      case WOFF -> {
        if (bytes.int32(4) == POSTSCRIPT) {
          throw postscript();
        }
        yield new FontTables(bytes, directory(bytes, 44, 20, true));
      }
      case POSTSCRIPT -> throw postscript();
      case WOFF2 -> throw new FontFaultException("is packed as WOFF2");
      case COLLECTION -> throw new FontFaultException("is a collection of fonts");
      default -> throw new FontFaultException("is no TrueType font");
    };
  }

  private static FontFaultException postscript() {
    return new FontFaultException("has PostScript outlines");
  }

  private static Map<String, Where> directory(FontBytes bytes, int start, int size, boolean packed) throws FontFaultException {
    int count = bytes.uint16(packed ? 12 : 4);
    if (count > TABLES_AT_MOST) {
      throw new FontFaultException("says that it has " + count + " tables");
    }
    Map<String, Where> tables = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int at = start + i * size;
      String tag = new String(bytes.part(at, 4), StandardCharsets.ISO_8859_1);
      int offset = bytes.int32(packed ? at + 4 : at + 8);
      int stored = bytes.int32(packed ? at + 8 : at + 12);
      int length = packed ? bytes.int32(at + 12) : stored;
      if (length < 0 || length > BYTES_AT_MOST || stored > length) {
        throw new FontFaultException("has a damaged table '" + tag + "'");
      }
      tables.put(tag, new Where(offset, stored, length));
    }
    return tables;
  }

  /// @throws FontFaultException when the font has no such table
  FontBytes table(String tag) throws FontFaultException {
    Where where = tables.get(tag);
    if (where == null) {
      throw new FontFaultException("has no table '" + tag + "'");
    }
    byte[] stored = bytes.part(where.offset(), where.packed());
    return new FontBytes(where.packed() == where.length() ? stored : unpacked(stored, where.length(), tag));
  }

  private static byte[] unpacked(byte[] stored, int length, String tag) throws FontFaultException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stored);
      byte[] whole = new byte[length];
      int done = 0;
      while (done < length) {
        int some = inflater.inflate(whole, done, length - done);
        if (some == 0) {
          throw new FontFaultException("has a table '" + tag + "' that ends early");
        }
        done += some;
      }
      return whole;
    } catch (DataFormatException e) {
      FontFaultException fault = new FontFaultException("has a damaged table '" + tag + "'");
      fault.initCause(e);
      throw fault;
    } finally {
      inflater.end();
    }
  }
}
