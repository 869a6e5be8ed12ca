package dev.assay.note;

import java.util.Optional;
import java.util.Set;

/// The shortcodes of a site: what they are called and take, and what they print.
public interface Shortcodes {
  /// A site without shortcodes.
  Shortcodes NONE =
      new Shortcodes() {
        @Override
        public Optional<Shortcode> named(String name) {
          return Optional.empty();
        }

        @Override
        public Set<String> names() {
          return Set.of();
        }

        @Override
        public Printed print(ShortcodeCall call) {
          throw new IllegalArgumentException("no shortcode is called '" + call.shortcode().name() + "'");
        }
      };

  /// What came of printing one.
  sealed interface Printed {}

  /// Markup, with marks in it for what is known only later.
  record Markup(String html) implements Printed {}

  /// Its template fails.
  ///
  /// @param where the template with line and column: `templates/shortcodes/quotation.ftlh:7:12`
  record Failed(String where, String message, String hint) implements Printed {}

  /// The shortcode of a name.
  Optional<Shortcode> named(String name);

  /// All names.
  Set<String> names();

  /// Prints one.
  Printed print(ShortcodeCall call);
}
