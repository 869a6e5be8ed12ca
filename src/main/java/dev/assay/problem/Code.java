package dev.assay.problem;

import java.util.Locale;

/// The stable name of each kind of problem. The guide lists them from here.
public enum Code {
  // Files
  FILE_UNREADABLE("a file under the site's root cannot be read"),
  FILE_TOO_LARGE("a file is larger than the limit for its kind"),
  FILE_NOT_UTF8("a text file is not valid UTF-8"),
  FILE_NAME("a file's name cannot be part of a web address or is unsafe"),
  FILE_OUTSIDE("a link leads out of the site's folder"),

  // Front matter, settings and data
  FRONT_MATTER_SYNTAX("the head of a note is not valid YAML, TOML or JSON"),
  DATA_SYNTAX("a settings or data file is not valid"),
  UNKNOWN_KEY("a key that Assay does not know"),
  DUPLICATE_KEY("a key that stands twice in one mapping"),
  WRONG_TYPE("a value of the wrong type or form"),
  YAML_ANCHOR("YAML anchors and aliases are not used in notes"),

  // Text
  MARKDOWN_TOO_DEEP("lists, quotes or emphasis are nested deeper than the limit"),
  MARKDOWN_TOO_COSTLY("a note would take too long to parse"),
  UNKNOWN_DIRECTIVE("a directive that Assay does not know"),
  DIRECTIVE_SYNTAX("a directive whose options cannot be read"),
  SHORTCODE("a shortcode is given what it does not take, or its template fails"),
  UNSAFE_HTML("raw HTML that was removed because it could run code"),
  POLICY("something in a page that the site's policy keeps browsers from doing"),
  CODE_LANGUAGE("a block of code whose language is perhaps misspelt"),
  FORMULA("a formula that cannot be read"),
  INCLUDE("a piece of text is included that is not there, or that includes itself"),
  MISSING_ALT("a picture without words for those who do not see it"),
  PICTURE("a picture that is damaged, too large, or not what its name says"),
  UNSAFE_SVG("parts of a drawing that could run code or load from elsewhere were left out"),
  UNKNOWN_REFERENCE("a footnote or link label that is defined nowhere"),

  // Claims
  CLAIM_OPTION("an option of a claim that cannot be read or is not known"),
  CLAIM_TAG("something looks like the tag of a claim and is none"),
  CLAIM_NAME("the name of a claim is not allowed or is taken"),
  UNKNOWN_CLAIM("a claim is spoken of that does not exist"),
  CLAIM_KIND("a restated claim has another kind"),
  FACT_WITHOUT_SOURCE("a fact rests on no source"),
  INFERENCE_WITHOUT_PREMISE("an inference rests on no premise"),
  PROBABILITY_WITHOUT_DUE("a probability has no date on which it is settled"),
  STRONGER_THAN_PREMISE("a claim is stronger than the weakest of its premises"),
  REASON_CYCLE("the reasons of claims go in a circle"),
  FALLEN_PREMISE("a claim rests on one that was refuted or withdrawn"),
  HISTORY("something is said to have happened to a claim that cannot have happened, or not yet"),

  // Sources
  UNKNOWN_SOURCE("a source is cited that the bibliography does not have"),
  UNUSED_SOURCE("sources of the bibliography that nothing cites"),
  SOURCE_TYPE("a type of source that is not known"),
  CITATION_STYLE("a citation style that cannot be found or read"),

  // Figures
  UNKNOWN_SCENARIO("a scenario that is defined nowhere"),
  SCENARIO("a scenario that cannot be evaluated"),
  UNKNOWN_FIGURE("a figure that the model does not compute"),
  UNIT("a value whose unit is missing or of the wrong dimension"),
  COST_CATALOG("a value of the cost catalog that cannot be used"),
  UNKNOWN_DATA("a data file, row, column or value that does not exist"),
  DATA_NUMBER("a value of a data file that should be a number and is none"),

  // The site
  ADDRESS_TAKEN("two pages with one address"),
  BROKEN_LINK("a link inside the site that leads nowhere"),
  FEED_ID("a feed id that two notes share, or that is no address"),
  BROKEN_ANCHOR("a link to a heading, claim or footnote that its page does not have"),
  UNKNOWN_NOTE("a note is named that does not exist"),
  HUB_RULE("a hub gathers by something that no note has"),
  UNKNOWN_ENTITY("an entity is named that the site does not list"),
  NO_BASE_URL("the site does not say where it will be published"),
  CARD_FONT("a card image for which there is no font, or a font that cannot be read"),
  MISSING_TEXTS("a language lacks texts of the theme"),
  MISSING_DATE("a post has no date"),
  TEMPLATE("a template that cannot be read or fails"),
  TEMPLATE_LOOP("templates that include each other"),
  FEED_TOO_LARGE("a feed that is larger than its readers like or take"),
  MAIL("a note that a mail cannot carry as it is"),
  OUTPUT("the output folder cannot be written as it stands"),
  PUBLISH("the site cannot be published where it was to go"),
  EDIT("a file that Assay was to change cannot be changed as asked");

  private final String about;

  Code(String about) {
    this.about = about;
  }

  /// The name as it is printed and searched for: `fact-without-source`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// One line for the guide: what problems of this kind are.
  public String about() {
    return about;
  }
}
