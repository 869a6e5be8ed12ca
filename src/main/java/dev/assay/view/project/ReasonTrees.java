package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.claim.ReasonGraph;
import dev.assay.note.Digest;
import dev.assay.note.Digested;
import dev.assay.note.Language;
import dev.assay.note.ValueDigest;
import dev.assay.view.DateView;
import dev.assay.view.ReasonsView;
import dev.assay.view.SourceView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Unfolds the reasons of claims for the pages of their notes.
///
/// A tree is made only when its page is printed; until then a digest stands for it, which names all that it can show.
/// Both are bounded: a claim on which thousands rest, a chain of thousands and premises that many share cost no more
/// than a page can show.
final class ReasonTrees {
  private static final int DOWN = 6;
  private static final int UP = 3;
  private static final int WIDE = 8;
  private static final int CLAIM_ROOM = 24;
  private static final int PAGE_ROOM = 400;
  private static final int TEXT_LENGTH = 160;

  private final Model model;
  private final ClaimViews views;
  private final ReasonGraph graph;
  private final Map<Language, Marks> marks = new ConcurrentHashMap<>();

  ReasonTrees(Model model, ClaimViews views) {
    this.model = model;
    this.views = views;
    this.graph = views.graph();
  }

  /// Stands for the trees of a claim in the digest of a page.
  record Mark(Digest digest) implements Digested {
    private static final Mark NONE = new Mark(Digest.of(""));
  }

  /// Whether there is anything to unfold.
  boolean any(Claim claim) {
    return !claim.because().isEmpty() || !claim.supports().isEmpty() || !graph.above(claim).isEmpty();
  }

  /// Names everything that the trees of a claim may show on a page in some language.
  Mark mark(Claim claim, Language language) {
    if (!any(claim)) {
      return Mark.NONE;
    }
    return marks.computeIfAbsent(language, Marks::new).of(claim);
  }

  /// How many reasons a page may still show.
  static final class Room {
    private int left = PAGE_ROOM;

    private int take() {
      int taken = Math.max(WIDE, Math.min(CLAIM_ROOM, left));
      left -= taken;
      return taken;
    }
  }

  /// Unfolds a claim.
  ReasonsView unfold(Claim claim, Entry page, Language language, Room room) {
    Tree down = new Tree(page, language, true, room.take());
    Tree up = new Tree(page, language, false, room.take());
    Node why = down.grown(claim, DOWN);
    Node above = up.grown(claim, UP);
    List<ReasonsView.Reason> reasons = new ArrayList<>(views.figures(claim));
    reasons.addAll(why.views());
    String ledger = model.base().href(model.catalog().addresses().at(language, "/claims/"));
    return new ReasonsView(reasons, why.more, above.views(), above.more, ledger);
  }

  private String text(Claim.Place place) {
    return model.catalog().entry(place.note()).map(entry -> Cut.words(model.plain(entry, place.draft().pieces()), TEXT_LENGTH)).orElse("");
  }

  private static Claim.Place place(Claim claim, Language language) {
    return claim.in(language).orElse(claim.first());
  }

  /// One claim in a tree that is being grown.
  private static final class Node {
    final Claim claim;
    final int depth;
    final Function<Node, ReasonsView.Reason> view;
    final List<Node> next = new ArrayList<>();
    final boolean needed;
    boolean again;
    int more;

    Node(Claim claim, int depth, boolean needed, Function<Node, ReasonsView.Reason> view) {
      this.claim = claim;
      this.depth = depth;
      this.needed = needed;
      this.view = view;
    }

    List<ReasonsView.Reason> views() {
      return next.stream().map(node -> node.view.apply(node)).toList();
    }
  }

  /// Grows one tree, level by level, so that what is near comes before what is far.
  private final class Tree {
    private final Entry page;
    private final Language language;
    private final boolean down;
    private final Set<String> seen = new HashSet<>();
    private int room;

    Tree(Entry page, Language language, boolean down, int room) {
      this.page = page;
      this.language = language;
      this.down = down;
      this.room = room;
    }

    Node grown(Claim claim, int depth) {
      Node root = new Node(claim, depth, true, this::view);
      seen.add(claim.id());
      Deque<Node> waiting = new ArrayDeque<>(List.of(root));
      while (!waiting.isEmpty()) {
        Node node = waiting.removeFirst();
        List<ReasonGraph.Below> steps = node.again ? List.of() : steps(node.claim);
        int shown = node.depth == 0 ? 0 : Math.min(Math.min(WIDE, steps.size()), room);
        node.more = steps.size() - shown;
        room -= shown;
        for (ReasonGraph.Below step : steps.subList(0, shown)) {
          Node next = new Node(step.claim(), node.depth - 1, step.needed(), this::view);
          next.again = !seen.add(step.claim().id());
          node.next.add(next);
          waiting.addLast(next);
        }
      }
      return root;
    }

    private List<ReasonGraph.Below> steps(Claim claim) {
      return down ? graph.below(claim) : graph.above(claim).stream().map(over -> new ReasonGraph.Below(over, true)).toList();
    }

    private ReasonsView.Reason view(Node node) {
      Claim claim = node.claim;
      Claim.Place place = place(claim, language);
      Optional<Entry> entry = model.catalog().entry(place.note());
      List<ReasonsView.Reason> reasons = new ArrayList<>(down && !node.again && node.depth > 0 ? views.figures(claim) : List.of());
      reasons.addAll(node.views());
      List<SourceView> sources = down && !node.again ? views.sources(claim, language) : List.of();
      return new ReasonsView.Reason(
          claim.kind().word(), text(place), entry.map(e -> model.base().href(e.address(), place.draft().anchor())).orElse(""),
          entry.filter(e -> !e.source().equals(page.source())).map(Entry::title).orElse(""),
          claim.asserted().map(day -> DateView.of(day, language)).orElse(DateView.NONE), status(claim), node.needed, node.again, sources,
          reasons, node.more);
    }
  }

  private static String status(Claim claim) {
    return ClaimViews.word(claim.status());
  }

  /// The digests of what trees show, level by level: with so many levels below a claim as a tree has, and no more, so
  /// that a change far away does not touch it. Each level of a claim is computed once.
  private final class Marks {
    private final Language language;
    private final Map<String, Digest[]> down = new HashMap<>();
    private final Map<String, Digest[]> up = new HashMap<>();

    Marks(Language language) {
      this.language = language;
    }

    synchronized Mark of(Claim claim) {
      return new Mark(ValueDigest.ofList(List.of(level(claim, DOWN, down, true), level(claim, UP, up, false))));
    }

    private Digested level(Claim claim, int depth, Map<String, Digest[]> levels, boolean below) {
      List<ReasonGraph.Below> steps =
          below ? graph.below(claim) : graph.above(claim).stream().limit(WIDE).map(c -> new ReasonGraph.Below(c, true)).toList();
      if (depth == 0 || steps.isEmpty()) {
        return new Level(own(claim, below));
      }
      Digest[] known = levels.computeIfAbsent(claim.id(), _ -> new Digest[Math.max(DOWN, UP) + 1]);
      if (known[depth] == null) {
        List<Object> all = new ArrayList<>();
        all.add(new Level(own(claim, below)));
        for (ReasonGraph.Below step : steps.subList(0, Math.min(WIDE, steps.size()))) {
          all.add(step.needed());
          all.add(level(step.claim(), depth - 1, levels, below));
        }
        known[depth] = ValueDigest.ofList(all);
      }
      return new Level(known[depth]);
    }

    /// A claim with the number of its neighbours on one side: on how many it rests does not change with how many rest on it.
    private Digest own(Claim claim, boolean below) {
      int neighbours = below ? graph.below(claim).size() : graph.above(claim).size();
      return ValueDigest.ofList(List.of(views.digests(language).alone(claim).hex(), neighbours));
    }
  }

  private record Level(Digest digest) implements Digested {}
}
