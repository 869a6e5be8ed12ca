package dev.assay.build;

import dev.assay.feed.FeedContent;
import dev.assay.feed.FeedHoles;
import dev.assay.note.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What feeds fill the holes of a note's body with. With it the text of another body with the same holes is made without
/// anything of the rest of the site.
///
/// @param page    the full address of the note's page
/// @param answers what was asked for, by the names of questions
/// @param after   markup that follows the body
record FedText(String page, Map<String, String> answers, List<String> after) {
  /// Of no body.
  static final FedText NONE = new FedText("", Map.of(), List.of());

  FedText {
    answers = Map.copyOf(answers);
    after = List.copyOf(after);
  }

  /// The text of a body as feeds carry it; empty when it asks for something else.
  Optional<String> of(List<Piece> body) {
    List<Piece> pieces = new ArrayList<>(body);
    after.forEach(markup -> pieces.add(new Piece.Html(markup)));
    Answered holes = new Answered(answers);
    String content = FeedContent.of(pieces, holes, page);
    return holes.knew ? Optional.of(content) : Optional.empty();
  }

  /// Gives each question a name.
  abstract static class Named implements FeedHoles {
    abstract String answer(String name, Function<FeedHoles, String> question);

    @Override
    public String target(int link) {
      return answer("target " + link, holes -> holes.target(link));
    }

    @Override
    public String size(Piece.Picture picture) {
      return answer("size " + picture.link() + picture.attributes(), holes -> holes.size(picture));
    }

    @Override
    public String linkTitle(int link) {
      return answer("title " + link, holes -> holes.linkTitle(link));
    }

    @Override
    public String claimAnchor(int claim) {
      return answer("anchor " + claim, holes -> holes.claimAnchor(claim));
    }

    @Override
    public String claimTag(int claim) {
      return answer("tag " + claim, holes -> holes.claimTag(claim));
    }

    @Override
    public String directive(int directive) {
      return answer("directive " + directive, holes -> holes.directive(directive));
    }

    @Override
    public String role(int role) {
      return answer("role " + role, holes -> holes.role(role));
    }

    @Override
    public String word(String key) {
      return answer("word " + key, holes -> holes.word(key));
    }
  }

  /// Answers as before.
  private static final class Answered extends Named {
    private final Map<String, String> answers;
    private boolean knew = true;

    Answered(Map<String, String> answers) {
      this.answers = answers;
    }

    @Override
    String answer(String name, Function<FeedHoles, String> question) {
      String known = answers.get(name);
      knew &= known != null;
      return known == null ? "" : known;
    }
  }

  /// Passes questions on, and keeps the answers.
  static final class Kept extends Named {
    private final FeedHoles holes;
    private final Map<String, String> answers = new HashMap<>();

    Kept(FeedHoles holes) {
      this.holes = holes;
    }

    FedText on(String page, List<String> after) {
      return new FedText(page, answers, after);
    }

    @Override
    String answer(String name, Function<FeedHoles, String> question) {
      String answer = question.apply(holes);
      answers.put(name, answer);
      return answer;
    }
  }
}
