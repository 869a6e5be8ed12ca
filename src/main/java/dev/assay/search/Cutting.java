package dev.assay.search;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/// Cuts terms, which come in their order, into shards: see [TermShards].
final class Cutting {
  private static final int FAIR = 8_000;
  private static final int FULL = 16_000;

  /// One in this many terms may begin a shard.
  private static final int SELDOM = 4;

  private final BiConsumer<Head, byte[]> shards;
  private final Bytes shard = new Bytes(FULL * 2);
  private final Bytes one = new Bytes(FULL);
  private Head head;
  private String last = "";

  /// What a shard begins with.
  ///
  /// @param name  its first term, or as much of it as tells it from the term before; empty for the first shard of all
  /// @param first its first term
  /// @param list  the size of that term's list, in bytes
  record Head(String name, String first, int list) {}

  /// @param name   what the first shard is called
  /// @param shards takes each with its bytes
  Cutting(String name, BiConsumer<Head, byte[]> shards) {
    this.head = new Head(name, "", 0);
    this.shards = shards;
  }

  /// Adds a term with its list. When a shard ends before it, that shard is given.
  void add(String term, Bytes list) {
    if (shard.size() == 0) {
      begin(head.name(), term, list);
    } else {
      one.clear();
      write(last, term, list, one);
      if (endsBefore(term, one.size())) {
        shards.accept(head, shard.toArray());
        begin(name(last, term), term, list);
      } else {
        shard.all(one);
      }
    }
    last = term;
  }

  /// True when a shard that lies there already begins where it did.
  boolean endsBefore(TermShards.Shard next) {
    return shard.size() > 0 && endsBefore(next.first(), size(last, next.first(), next.list()));
  }

  private boolean endsBefore(String term, int size) {
    return shard.size() + size > FULL || (shard.size() >= FAIR && Math.floorMod((term.hashCode() * 0x9E3779B1) >>> 16, SELDOM) == 0);
  }

  private void begin(String name, String term, Bytes list) {
    head = new Head(name, term, list.size());
    shard.clear();
    write("", term, list, shard);
  }

  /// Gives the last shard, and says what another one that begins with a term would be called.
  String end(String next) {
    if (shard.size() > 0) {
      shards.accept(head, shard.toArray());
    }
    shard.clear();
    return name(last, next);
  }

  /// What a shard is called: so much of its first term as tells it from the term before.
  private static String name(String before, String first) {
    int shared = SearchMemory.shared(before, first);
    return shared == first.length() ? first : first.substring(0, first.offsetByCodePoints(shared, 1));
  }

  /// How many bytes of the term before it shares, the rest of it with its length, the length of its list, and the list.
  private static void write(String before, String term, Bytes list, Bytes out) {
    int shared = SearchMemory.shared(before, term);
    out.number(term.substring(0, shared).getBytes(StandardCharsets.UTF_8).length)
        .text(term.substring(shared))
        .number(list.size())
        .all(list);
  }

  private static int size(String before, String term, int list) {
    int shared = SearchMemory.shared(before, term);
    Bytes without = new Bytes(64);
    without.number(term.substring(0, shared).getBytes(StandardCharsets.UTF_8).length).text(term.substring(shared)).number(list);
    return without.size() + list;
  }
}
