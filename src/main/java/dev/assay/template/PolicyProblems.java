package dev.assay.template;

import dev.assay.markdown.PolicyCheck;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Warns of what a site's own templates and style sheets ask of browsers that its policy stops.
///
/// Only what makes pages counts: feeds, mails and drawings as files state no policy, nor do pages of a theme that leaves it out.
final class PolicyProblems {
  private static final String SHORTCODES = "shortcodes/";
  private static final String NOTE = "note.ftlh";

  private final Templates templates;
  private final PolicyCheck check;
  private final List<Problem> problems = new ArrayList<>();

  private PolicyProblems(Templates templates, PolicyCheck check) {
    this.templates = templates;
    this.check = check;
  }

  static List<Problem> of(Templates templates, PolicyCheck check) {
    PolicyProblems all = new PolicyProblems(templates, check);
    if (check.policy().given()) {
      all.find();
    }
    return all.problems;
  }

  private void find() {
    List<String> own = templates.ownNames();
    if (!own.isEmpty()) {
      Set<String> printing = printing();
      own.stream().filter(printing::contains).flatMap(name -> templates.file(name).stream()).forEach(file -> look(file.source(), text -> check.stopped(Expressions.printed(text, PolicyCheck.UNKNOWN))));
    }
    if (states(NOTE)) {
      templates.ownSheets().forEach(sheet -> look(sheet.source(), check::stoppedInStyle));
    }
  }

  /// The templates of which pages are made that state the policy.
  private Set<String> printing() {
    Set<String> printing = new TreeSet<>();
    for (String name : templates.names()) {
      boolean page = name.indexOf('/') < 0 && !name.equals("mail.ftlh") && states(name);
      boolean shortcode = name.startsWith(SHORTCODES) && !name.endsWith(".feed.ftlh") && states(NOTE);
      if (page || shortcode) {
        printing.addAll(templates.closure(name));
      }
    }
    return printing;
  }

  private boolean states(String page) {
    return templates.closure(page).stream().anyMatch(name -> templates.file(name).filter(file -> Expressions.namePolicy(Expressions.of(file.text()))).isPresent());
  }

  private void look(SourceText source, Function<String, List<PolicyCheck.Stopped>> finder) {
    for (PolicyCheck.Stopped stopped : finder.apply(source.text())) {
      problems.add(source.warning(Code.POLICY, stopped.start(), stopped.end(), stopped.what(), stopped.hint()));
    }
  }
}
