package dev.assay.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The commands that stand for one sign.
final class Symbols {
  private static final Map<String, Symbol> BY_COMMAND = read();

  private Symbols() {}

  /// A sign.
  ///
  /// @param kind how it behaves, as `symbols.txt` says
  record Symbol(String kind, String sign) {}

  static Optional<Symbol> of(String command) {
    return Optional.ofNullable(BY_COMMAND.get(command));
  }

  static Set<String> commands() {
    return BY_COMMAND.keySet();
  }

  private static Map<String, Symbol> read() {
    Map<String, Symbol> symbols = new HashMap<>();
    for (String line : text().lines().filter(each -> !each.startsWith("%")).toList()) {
      List<String> words = List.of(line.split(" ", -1));
      for (int i = 1; i + 1 < words.size(); i += 2) {
        symbols.put(words.get(i), new Symbol(words.getFirst(), words.get(i + 1)));
      }
    }
    return Map.copyOf(symbols);
  }

  private static String text() {
    try (InputStream in = Symbols.class.getResourceAsStream("symbols.txt")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its list of signs");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
