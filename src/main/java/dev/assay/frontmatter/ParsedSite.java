package dev.assay.frontmatter;

import dev.assay.note.Site;
import dev.assay.problem.Problem;
import java.util.List;

/// The settings, with defaults where nothing usable is set, and what is wrong with them.
public record ParsedSite(Site site, List<Problem> problems) {
  public ParsedSite {
    problems = List.copyOf(problems);
  }
}
