package dev.assay.frontmatter;

import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON Schemas (2020-12) of the head of a note and of `site.yaml`, for editors. They are recorded from the readers
/// themselves.
public final class Schemas {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Value.Mapping NOTHING = new Value.Mapping(List.of(), Place.ofFile("schema"));

  private Schemas() {}

  /// The head of a note; with the site's own fields, which its settings declare.
  public static byte[] frontMatter(Site site) {
    SchemaRecorder recorder = new SchemaRecorder();
    HeadFields.read(Fields.recording(recorder, NOTHING), FrontMatterOptions.of(site));
    return written("The head of a note", recorder);
  }

  /// The settings of a site.
  ///
  /// @param sections the folders of the content that hold notes; each may have a pattern under `permalinks`
  public static byte[] site(Collection<String> sections) {
    SchemaRecorder recorder = new SchemaRecorder();
    SiteReader.record(Fields.recording(recorder, NOTHING), sections);
    return written("The settings of a site", recorder);
  }

  private static byte[] written(String title, SchemaRecorder recorder) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", title);
    schema.putAll(recorder.schema());
    String json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(schema);
    return (json.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
