package dev.assay.claim.cite;

import java.util.Map;
import java.util.Set;

/// The types of sources that CSL knows, and what BibTeX and BibLaTeX call them.
final class CslTypes {
  static final Set<String> ALL =
      Set.of(
          "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
          "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
          "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
          "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
          "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
          "song", "speech", "standard", "thesis", "treaty", "webpage");

  static final Map<String, String> OF_BIBTEX =
      Map.ofEntries(
          Map.entry("article", "article-journal"), Map.entry("book", "book"), Map.entry("mvbook", "book"),
          Map.entry("booklet", "pamphlet"), Map.entry("bookinbook", "chapter"), Map.entry("collection", "book"),
          Map.entry("mvcollection", "book"), Map.entry("conference", "paper-conference"), Map.entry("dataset", "dataset"),
          Map.entry("electronic", "webpage"), Map.entry("inbook", "chapter"), Map.entry("incollection", "chapter"),
          Map.entry("inproceedings", "paper-conference"), Map.entry("inreference", "entry-encyclopedia"),
          Map.entry("legislation", "legislation"), Map.entry("manual", "document"), Map.entry("mastersthesis", "thesis"),
          Map.entry("misc", "document"), Map.entry("mvproceedings", "book"), Map.entry("news", "article-newspaper"),
          Map.entry("online", "webpage"), Map.entry("patent", "patent"), Map.entry("periodical", "periodical"),
          Map.entry("phdthesis", "thesis"), Map.entry("proceedings", "book"), Map.entry("reference", "book"),
          Map.entry("report", "report"), Map.entry("review", "review"), Map.entry("software", "software"),
          Map.entry("standard", "standard"), Map.entry("suppbook", "chapter"), Map.entry("techreport", "report"),
          Map.entry("thesis", "thesis"), Map.entry("unpublished", "manuscript"), Map.entry("video", "motion_picture"),
          Map.entry("www", "webpage"), Map.entry("jurisdiction", "legal_case"), Map.entry("letter", "personal_communication"),
          Map.entry("performance", "performance"), Map.entry("image", "graphic"), Map.entry("audio", "song"),
          Map.entry("movie", "motion_picture"), Map.entry("music", "song"), Map.entry("artwork", "graphic"));

  private CslTypes() {}
}
