package dev.assay.build;

import dev.assay.export.ClaimReading;
import dev.assay.export.NoteReading;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.note.NearMiss;
import dev.assay.problem.Cells;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How claims were read, for a terminal:
///
/// ```
/// content/post/hbm4.md   1 fact, 1 inference, 1 near miss
///
///   ●  12:3   Fact         tag [Fact]          #bandwidth
///             HBM4 doubles the interface, says the standard.
///             source      https://source.example/standard
///             holds up    hbm4#race
///
///   ◐  14:1   Inference    directive           #race
///             So bandwidth is no longer scarce.
///             because     ● hbm4#bandwidth
///
///   ✗  20:3   no claim: '[Facts]' is in the plural
///             [Facts] are what they are.
///             hint        write [Fact] at each claim
/// ```
///
/// The sign says the kind at a glance, as on the page: full, half, empty, barred.
public final class Explanation {
  private static final int LABEL = 12;
  private static final int LEAST_WIDTH = 50;

  private final int width;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  private Explanation(int width, boolean colour) {
    this.width = Math.max(LEAST_WIDTH, width);
    this.colour = colour;
  }

  /// The readings of all notes.
  ///
  /// @param width  how many cells a line may take; at least 50 are used
  /// @param colour whether escape codes for colours are written
  public static String of(List<NoteReading> notes, int width, boolean colour) {
    Explanation explanation = new Explanation(width, colour);
    notes.forEach(explanation::note);
    return explanation.out.toString();
  }

  private void note(NoteReading note) {
    out.append(painted("1", Cells.visible(note.file()))).append("   ").append(counts(note)).append("\n\n");
    int places = Math.max(5, width(note));
    List<ClaimReading> claims = note.claims();
    int missed = 0;
    for (ClaimReading claim : claims) {
      while (missed < note.misses().size() && before(note.misses().get(missed).place(), claim.place())) {
        miss(note.misses().get(missed++), places);
      }
      claim(claim, places, note.file());
    }
    for (; missed < note.misses().size(); missed++) {
      miss(note.misses().get(missed), places);
    }
  }

  private static boolean before(Place a, Place b) {
    return a.line() < b.line() || (a.line() == b.line() && a.column() < b.column());
  }

  private static int width(NoteReading note) {
    int claims = note.claims().stream().mapToInt(claim -> position(claim.place()).length()).max().orElse(0);
    int misses = note.misses().stream().mapToInt(miss -> position(miss.place()).length()).max().orElse(0);
    return Math.max(claims, misses);
  }

  private static String position(Place place) {
    return place.line() + ":" + place.column();
  }

  private static String counts(NoteReading note) {
    List<String> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long count = note.claims().stream().filter(claim -> claim.kind() == kind).count();
      if (count > 0) {
        counts.add(count + " " + kind.word() + (count == 1 || kind == Kind.BLOCKED ? "" : "s"));
      }
    }
    if (!note.misses().isEmpty()) {
      counts.add(note.misses().size() + (note.misses().size() == 1 ? " near miss" : " near misses"));
    }
    return String.join(", ", counts);
  }

  private void claim(ClaimReading claim, int places, String file) {
    String head = "  " + sign(claim.kind()) + "  " + padded(position(claim.place()), places) + "  ";
    String kind = padded(word(claim.kind()), 13);
    String form = padded(form(claim) + " ", 20);
    String name = claim.id().isEmpty() ? painted("2", "without a name") : painted("1", Cells.visible(claim.id().substring(claim.id().indexOf('#'))));
    out.append(painted(code(claim.kind()), head + kind)).append(Cells.visible(form)).append(name).append('\n');
    String indent = " ".repeat(Cells.of(head));
    lines(indent, claim.text().isEmpty() ? "(no words)" : claim.text(), indent);
    sources(claim, indent);
    reasons(claim, indent);
    if (!claim.due().isEmpty() || !claim.probability().isEmpty()) {
      labelled(indent, "due", (claim.due().isEmpty() ? "no day" : claim.due()) + (claim.probability().isEmpty() ? "" : ", held " + claim.probability() + " likely"));
    }
    if (!claim.entities().isEmpty()) {
      labelled(indent, "about", String.join(", ", claim.entities()));
    }
    if (!claim.status().equals("open")) {
      labelled(indent, "became", claim.status());
    }
    if (!claim.alsoAt().isEmpty()) {
      labelled(indent, "also made", claim.alsoAt().stream().map(place -> place.file().equals(file) ? position(place) : place.toString()).collect(Collectors.joining(", ")));
    }
    out.append('\n');
  }

  private void sources(ClaimReading claim, String indent) {
    if (claim.sources().isEmpty() && claim.kind() == Kind.FACT) {
      labelled(indent, "source", "none");
    }
    for (ClaimReading.Ranked source : claim.sources()) {
      String rank =
          switch (source.rank()) {
            case "entry" -> " (in the bibliography)";
            case "missing" -> " (not in the bibliography)";
            case "attribution" -> " (only named)";
            default -> "";
          };
      labelled(indent, "source", source.text() + rank);
    }
  }

  private void reasons(ClaimReading claim, String indent) {
    if (claim.because().isEmpty() && claim.kind() == Kind.INFERENCE) {
      labelled(indent, "because", "nothing named");
    }
    claim.because().forEach(reason -> labelled(indent, "because", reason(reason)));
    claim.supports().forEach(reason -> labelled(indent, "helped by", reason(reason)));
    if (claim.aboveAll() > 0) {
      int more = claim.aboveAll() - claim.above().size();
      labelled(indent, "holds up", String.join(", ", claim.above()) + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  private static String reason(ClaimReading.Reason reason) {
    if (!reason.known()) {
      return "? " + reason.name() + "  (nothing is called so)";
    }
    String sign = reason.kind().map(Explanation::sign).orElse("=");
    return sign + " " + reason.name() + reason.place().map(place -> "  " + place).orElse("  (a figure)");
  }

  private void miss(NearMiss miss, int places) {
    String head = "  ✗  " + padded(position(miss.place()), places) + "  ";
    String indent = " ".repeat(Cells.of(head));
    int before = out.length();
    lines(head, "no claim: '" + miss.written() + "' " + miss.why(), indent);
    String said = out.substring(before);
    out.setLength(before);
    out.append(painted("33", said.stripTrailing())).append('\n');
    lines(indent, miss.excerpt().strip(), indent);
    labelled(indent, "hint", miss.hint());
    out.append('\n');
  }

  private static String form(ClaimReading claim) {
    return switch (claim.form()) {
      case TAG -> "tag " + claim.written();
      case HEADING -> "heading above";
      case DIRECTIVE -> "directive";
    };
  }

  private static String word(Kind kind) {
    return kind.word().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.word().substring(1);
  }

  static String sign(Kind kind) {
    return switch (kind) {
      case FACT -> "●";
      case INFERENCE -> "◐";
      case SPECULATION -> "○";
      case BLOCKED -> "⊘";
    };
  }

  private static String code(Kind kind) {
    return switch (kind) {
      case FACT -> "32";
      case INFERENCE -> "34";
      case SPECULATION -> "33";
      case BLOCKED -> "31";
    };
  }

  private void labelled(String indent, String label, String text) {
    String hanging = indent + " ".repeat(LABEL);
    lines(indent + padded(label, LABEL), text, hanging);
  }

  /// A text in as many lines as it needs.
  private void lines(String first, String text, String others) {
    String lead = first;
    for (String line : Cells.wrapped(Cells.visible(text), Math.max(20, width - Cells.of(others)))) {
      out.append(lead).append(line).append('\n');
      lead = others;
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Cells.of(Cells.visible(text))));
  }

  private String painted(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
