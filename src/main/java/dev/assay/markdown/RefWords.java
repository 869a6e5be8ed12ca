package dev.assay.markdown;

import dev.assay.note.Language;
import java.util.Map;

/// What numbered things are called in sentences, by language: `%s` is the number.
record RefWords(String figure, String table, String chart, String equation, String section) {
  private static final RefWords ENGLISH = new RefWords("Figure %s", "Table %s", "Chart %s", "Equation %s", "Section %s");

  private static final Map<String, RefWords> BY_LANGUAGE =
      Map.of(
          "en", ENGLISH,
          "ko", new RefWords("그림 %s", "표 %s", "차트 %s", "식 %s", "%s절"),
          "ja", new RefWords("図%s", "表%s", "グラフ%s", "式%s", "第%s節"),
          "zh", new RefWords("图%s", "表%s", "图表%s", "式%s", "第%s节"),
          "de", new RefWords("Abbildung %s", "Tabelle %s", "Diagramm %s", "Gleichung %s", "Abschnitt %s"),
          "fr", new RefWords("figure %s", "tableau %s", "graphique %s", "équation %s", "section %s"),
          "es", new RefWords("figura %s", "tabla %s", "gráfico %s", "ecuación %s", "sección %s"));

  /// The words of a language; English ones where nobody has written them down.
  static RefWords of(Language language) {
    String tag = language.tag();
    int part = tag.indexOf('-');
    return BY_LANGUAGE.getOrDefault(part < 0 ? tag : tag.substring(0, part), ENGLISH);
  }

  String of(Numbered.Sort sort, String number) {
    String words =
        switch (sort) {
          case FIGURE -> figure;
          case TABLE -> table;
          case CHART -> chart;
          case EQUATION -> equation;
          case SECTION -> section;
        };
    return words.replace("%s", number);
  }
}
