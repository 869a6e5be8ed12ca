package dev.assay.template;

import dev.assay.view.BodyText;
import dev.assay.view.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A note's text while a template prints it: which of its parts stands where on the page. A part is known by being the very
/// string that is written; what a template makes of it is another.
final class PrintedText {
  private final BodyText text;
  private final IdentityHashMap<String, Integer> parts = new IdentityHashMap<>();
  private final int[] starts;
  private final Map<String, Boolean> asked = new HashMap<>();
  private final int[] taken;
  private boolean isPlain = true;

  PrintedText(BodyText text) {
    this.text = text;
    this.starts = new int[text.parts().size()];
    this.taken = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = -1;
      if (!text.own().isEmpty() && text.parts().get(i) instanceof Part.Html(var markup)) {
        isPlain &= parts.put(markup.html(), i) == null;
      }
    }
  }

  BodyText text() {
    return text;
  }

  /// True when markup of the text, or of what to look at that it lists, has this in it.
  boolean holds(String mark) {
    return asked.computeIfAbsent(mark, this::found);
  }

  private boolean found(String mark) {
    return text.parts().stream()
        .anyMatch(
            part ->
                switch (part) {
                  case Part.Html(var markup) -> markup.html().contains(mark);
                  case Part.Checkpoints(var checkpoints) -> checkpoints.toString().contains(mark);
                  default -> false;
                });
  }

  /// A template takes the markup of a part, be it to print it or to look into it.
  void taken(String string) {
    Integer part = parts.get(string);
    if (part != null) {
      taken[part]++;
    }
  }

  void printed(String string, int at) {
    Integer part = parts.get(string);
    if (part != null) {
      isPlain &= starts[part] < 0;
      starts[part] = at;
    }
  }

  /// Where the note's own stretches stand; empty unless each part was taken and printed once, and in order.
  Optional<Passages> passages() {
    List<Passages.Place> passages = new ArrayList<>();
    int end = 0;
    boolean known = isPlain && !text.own().isEmpty() && parts.values().stream().allMatch(part -> taken[part] == 1 && starts[part] >= 0);
    for (BodyText.Stretch stretch : text.own()) {
      boolean printed = stretch.part() >= 0 && stretch.part() < starts.length && starts[stretch.part()] >= 0;
      if (printed) {
        int start = starts[stretch.part()] + stretch.start();
        known &= start >= end;
        end = start + stretch.length();
        passages.add(new Passages.Place(start, stretch.length()));
      } else {
        known &= stretch.length() == 0;
        passages.add(Passages.Place.NOWHERE);
      }
    }
    return known ? Optional.of(new Passages(passages, asked)) : Optional.empty();
  }
}
