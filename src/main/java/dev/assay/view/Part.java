package dev.assay.view;

import dev.assay.note.Digest;
import dev.assay.note.Digested;
import java.util.List;
import java.util.function.Supplier;

/// One part of a note's text, as a page prints it. What a note cannot know from its own text (the address behind a
/// link, the title of the note it leads to) has already become markup; what a theme draws is a part of its own.
///
/// The markup around a claim is `<host`, [ClaimAttributes], `>`, [ClaimTag], content, [ClaimEnd], `</host>`; so a
/// template prints [ClaimAttributes] as attributes that begin with a space, and [ClaimTag] and [ClaimEnd] as phrasing
/// content (`span`, `a`, never `div` or `p`). [ClaimReasons] comes after it all, where blocks may stand.
public sealed interface Part extends Typed {
  /// Finished markup.
  record Html(Markup html) implements Part {
    @Override
    public String type() {
      return "html";
    }
  }

  /// The attributes of a claim's host element.
  record ClaimAttributes(ClaimView claim) implements Part {
    @Override
    public String type() {
      return "claim-attributes";
    }
  }

  /// The sign and word of a claim.
  record ClaimTag(ClaimView claim) implements Part {
    @Override
    public String type() {
      return "claim-tag";
    }
  }

  /// The end of a claim: its evidence.
  ///
  /// @param links how many notes link to it
  record ClaimEnd(ClaimView claim, int links) implements Part {
    @Override
    public String type() {
      return "claim-end";
    }
  }

  /// What a claim rests on and what rests on it, unfolded; blocks.
  record ClaimReasons(ReasonsView reasons) implements Part {
    @Override
    public String type() {
      return "claim-reasons";
    }
  }

  /// The sign at the end of a heading that leads to it.
  ///
  /// @param id   the heading's anchor
  /// @param text the heading's words
  /// @param links how many notes link to it
  record Permalink(String id, String text, int links) implements Part {
    @Override
    public String type() {
      return "permalink";
    }
  }

  /// What became of a checkpoint, behind its words in a table, and the claims it bears on; phrasing content.
  record CheckpointEnd(CheckpointView point) implements Part {
    @Override
    public String type() {
      return "checkpoint-end";
    }
  }

  /// The way to the rows of the table before it as a file.
  record Rows(LinkView file) implements Part {
    @Override
    public String type() {
      return "rows";
    }
  }

  /// A figure inside a sentence.
  record Role(RoleView role) implements Part {
    @Override
    public String type() {
      return "role";
    }
  }

  /// A table of figures or data.
  record FigureTable(FigureTableView table) implements Part {
    @Override
    public String type() {
      return "figure-table";
    }
  }

  /// A chart with its figures.
  record Chart(ChartView chart) implements Part {
    @Override
    public String type() {
      return "chart";
    }
  }

  /// A part that takes long to make and is the same as long as its digest is: it is made when a page has to be printed.
  ///
  /// @param digest names everything that it is made from
  /// @param made   makes it; never another one of these
  record Later(Digest digest, Supplier<Part> made) implements Part, Digested {
    @Override
    public String type() {
      return "later";
    }
  }

  /// The part itself.
  default Part ready() {
    return this instanceof Later later ? later.made().get() : this;
  }

  /// What was reported, and what follows from it.
  record Accounting(AccountingView accounting) implements Part {
    @Override
    public String type() {
      return "accounting";
    }
  }

  /// The sources that the text cites.
  ///
  /// @param entries in the order of the citation style
  /// @param notes   for a style of notes, the note of each citation; else empty
  record References(List<ReferenceView> entries, List<Markup> notes) implements Part {
    public References {
      entries = List.copyOf(entries);
      notes = List.copyOf(notes);
    }

    @Override
    public String type() {
      return "references";
    }
  }

  /// How the figures that stand in sentences came about.
  record Derivation(DerivationView derivation) implements Part {
    @Override
    public String type() {
      return "derivation";
    }
  }

  /// Things to look at.
  record Checkpoints(List<CheckpointView> checkpoints) implements Part {
    public Checkpoints {
      checkpoints = List.copyOf(checkpoints);
    }

    @Override
    public String type() {
      return "checkpoints";
    }
  }
}
