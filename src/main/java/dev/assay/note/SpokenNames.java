package dev.assay.note;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The names by which running text speaks of entities, as one automaton (Aho and Corasick): a text is read once, however
/// many names there are. [NameRules] says which of what is spelt like a name is one.
///
/// Immutable, so any number of threads may read with it.
public final class SpokenNames {
  /// No names.
  public static final SpokenNames NONE = of(List.of());

  /// A name.
  ///
  /// @param text   as it stands in markup, escaped
  /// @param entity what it stands for: a name or an address, as the caller likes
  /// @param ticker whether it is what an exchange calls the entity
  public record Name(String text, String entity, boolean ticker) {
    /// A name as its writer wrote it.
    public static Name of(String written, String entity, boolean ticker) {
      String text = written.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
      return new Name(text, entity, ticker);
    }
  }

  /// Where a name stands in a text.
  public record Found(int start, int end, Name name) {}

  private final int[] ascii = new int[128];
  private final char[][] steps;
  private final int[][] targets;
  private final int[] fails;
  private final List<List<Name>> ends;

  private SpokenNames(char[][] steps, int[][] targets, int[] fails, List<List<Name>> ends) {
    this.steps = steps;
    this.targets = targets;
    this.fails = fails;
    this.ends = ends;
    for (char c = 0; c < ascii.length; c++) {
      ascii[c] = Math.max(0, step(0, c));
    }
  }

  /// A state while the automaton is made.
  private static final class State {
    private final Map<Character, Integer> next = new TreeMap<>();
    private final List<Name> names = new ArrayList<>();
    private int fail;
  }

  /// Some names. A single letter is none: too much is spelt like it. Of two entities that share a name, the first keeps it.
  public static SpokenNames of(Collection<Name> names) {
    List<State> states = new ArrayList<>(List.of(new State()));
    for (Name name : names) {
      if (name.text().codePointCount(0, name.text().length()) > 1) {
        int at = 0;
        for (int i = 0; i < name.text().length(); i++) {
          State state = states.get(at);
          Integer next = state.next.get(folded(name.text().charAt(i)));
          if (next == null) {
            next = states.size();
            state.next.put(folded(name.text().charAt(i)), next);
            states.add(new State());
          }
          at = next;
        }
        List<Name> ends = states.get(at).names;
        if (ends.stream().noneMatch(other -> other.text().equals(name.text()))) {
          ends.add(name);
        }
      }
    }
    connect(states);
    return new SpokenNames(
        states.stream().map(SpokenNames::chars).toArray(char[][]::new),
        states.stream().map(state -> state.next.values().stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new),
        states.stream().mapToInt(state -> state.fail).toArray(), states.stream().map(state -> List.copyOf(state.names)).toList());
  }

  private static char[] chars(State state) {
    char[] chars = new char[state.next.size()];
    int i = 0;
    for (char c : state.next.keySet()) {
      chars[i++] = c;
    }
    return chars;
  }

  /// Says of each state where to go on when nothing fits: the longest end of what was read that begins a name.
  private static void connect(List<State> states) {
    Deque<Integer> open = new ArrayDeque<>(states.getFirst().next.values());
    while (!open.isEmpty()) {
      State state = states.get(open.remove());
      state.next.forEach(
          (c, next) -> {
            int fail = state.fail;
            while (fail != 0 && !states.get(fail).next.containsKey(c)) {
              fail = states.get(fail).fail;
            }
            State child = states.get(next);
            child.fail = states.get(fail).next.getOrDefault(c, 0);
            child.names.addAll(states.get(child.fail).names);
            open.add(next);
          });
    }
  }

  /// True when there are no names.
  public boolean isEmpty() {
    return steps.length == 1;
  }

  /// Letters without their case; any white space is a space.
  private static char folded(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c >= '\t' && c <= '\r' ? ' ' : c;
    }
    return c == '\u00a0' ? ' ' : Character.toLowerCase(c);
  }

  private int step(int state, char c) {
    char[] chars = steps[state];
    int low = 0;
    int high = chars.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (chars[middle] == c) {
        return targets[state][middle];
      }
      if (chars[middle] < c) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// The names in a stretch of text, from left to right, none over another: of two that overlap, the one that begins first,
  /// and of those the longest.
  ///
  /// @param before the character that stands before the stretch; a space when none does
  public List<Found> in(String text, int from, int to, char before) {
    List<Found> all = new ArrayList<>();
    int state = 0;
    for (int i = from; i < to; i++) {
      char c = folded(text.charAt(i));
      int next = state == 0 ? root(c) : step(state, c);
      while (next < 0 && state != 0) {
        state = fails[state];
        next = state == 0 ? root(c) : step(state, c);
      }
      state = Math.max(0, next);
      // Whether a word ends here is asked once, however many names end here within each other.
      if (!ends.get(state).isEmpty() && NameRules.endsWord(text, i + 1, to)) {
        for (Name name : ends.get(state)) {
          int start = i + 1 - name.text().length();
          if (NameRules.isName(name, text, start, i + 1, new NameRules.Stretch(from, to, before))) {
            all.add(new Found(start, i + 1, name));
          }
        }
      }
    }
    return all.size() < 2 ? all : apart(all);
  }

  private int root(char c) {
    return c < 128 ? ascii[c] : step(0, c);
  }

  private static List<Found> apart(List<Found> all) {
    all.sort(Comparator.comparingInt(Found::start).thenComparing(Comparator.comparingInt(Found::end).reversed()));
    List<Found> kept = new ArrayList<>();
    int end = 0;
    for (Found found : all) {
      if (found.start() >= end) {
        kept.add(found);
        end = found.end();
      }
    }
    return kept;
  }
}
