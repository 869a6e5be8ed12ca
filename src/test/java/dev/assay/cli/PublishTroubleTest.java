package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.deploy.DeployReport;
import dev.assay.deploy.Deployment;
import dev.assay.deploy.Target;
import dev.assay.testing.S3Server;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Publishing where something comes between: another hand at the target, another build, a run that was cut off.
class PublishTroubleTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/
      search: false
      cards: false
      citations: []
      llms: false
      feeds: {archives: false}
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      ---
      It is so.
      -- content/post/two.md --
      ---
      title: Two
      date: 2026-02-02
      ---
      What happened.
      -- content/own/data.txt --
      Text.
      """;

  private static S3Server server;
  private static int buckets;

  @TempDir private Path temp;
  private Path root;
  private String bucket;

  @BeforeAll
  static void start() {
    server = new S3Server();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void writeTheSite() {
    root = SiteText.of(SITE).into(temp.resolve("site"));
    bucket = "trouble-" + ++buckets;
    server.bucket(bucket);
  }

  private record Run(int code, String out, String err) {
    Run good() {
      assertEquals(0, code, out + err);
      return this;
    }
  }

  private Run publish(String... args) {
    List<String> all = new ArrayList<>(List.of("publish", "--root", root.toString(), "--today", "2026-11-22"));
    all.addAll(Arrays.asList(args));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    return new Run(Main.run(terminal, all.toArray(String[]::new)), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String s3() {
    return "s3://" + bucket + "/?endpoint=" + server.endpoint();
  }

  private Map<String, byte[]> there() {
    return new java.util.TreeMap<>(server.tree(bucket));
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text, StandardOpenOption.APPEND);
  }

  /// Cuts a run off after so many objects.
  private void cutOffAfter(int puts) {
    server.refuseAfter(puts);
    assertEquals(1, publish(s3()).code());
    server.refuseAfter(Integer.MAX_VALUE);
  }

  @Test
  void headersThatChangedAreSentAgainAfterARunThatWasCutOff() throws IOException {
    publish(s3()).good();
    // The same bytes, of which readers were told something else: as after an update of Assay.
    server.put(bucket, "own/data.txt", "Text.\n");
    String list = new String(there().get(".assay-deployed"), StandardCharsets.UTF_8);
    String was = list.lines().filter(line -> line.endsWith(" own/data.txt")).findFirst().orElseThrow();
    StringBuilder changed = new StringBuilder();
    list.lines().filter(line -> !line.startsWith("end ")).map(line -> line.equals(was) ? was.replaceFirst(" .* ", " - ") : line).forEach(line -> changed.append(line).append('\n'));
    server.put(bucket, ".assay-deployed", new String(dev.assay.publish.SealedText.seal(changed, "end "), StandardCharsets.UTF_8));
    assertFalse(server.headers(bucket, "own/data.txt").startsWith("text/plain; charset=utf-8"), server.headers(bucket, "own/data.txt"));
    publish(s3()).good();
    assertEquals("text/plain; charset=utf-8 | public, max-age=60", server.headers(bucket, "own/data.txt"));
  }

  @Test
  void whatSomebodyPutInThePlaceOfAFileThatWasNeverSentStays() throws IOException {
    publish(s3()).good();
    Files.writeString(root.resolve("content/own/zz.txt"), "Ours.\n");
    cutOffAfter(1); // the list only, which names what is about to come
    assertTrue(new String(there().get(".assay-deployed"), StandardCharsets.UTF_8).contains(" + own/zz.txt\n"));
    server.put(bucket, "own/zz.txt", "Theirs.\n");
    Run run = publish(s3());
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains("'own/zz.txt'"), run.err());
    assertEquals("Theirs.\n", new String(there().get("own/zz.txt"), StandardCharsets.UTF_8));
    // Also where the site does not want it any more: then it would have been deleted.
    Files.delete(root.resolve("content/own/zz.txt"));
    publish(s3()).good();
    assertEquals("Theirs.\n", new String(there().get("own/zz.txt"), StandardCharsets.UTF_8));
    // What the cut-off run did send is known for ours, even when the site has changed since.
    Files.writeString(root.resolve("content/own/aa.txt"), "Once.\n");
    cutOffAfter(2);
    assertTrue(there().containsKey("own/aa.txt"), there().keySet().toString());
    Files.writeString(root.resolve("content/own/aa.txt"), "Twice.\n");
    publish(s3()).good();
    assertEquals("Twice.\n", new String(there().get("own/aa.txt"), StandardCharsets.UTF_8));
  }

  @Test
  void whatSomebodyChangedIsToldAndNotDeleted() throws IOException {
    publish(s3()).good();
    server.put(bucket, "post/one/index.html", "Defaced.\n");
    server.put(bucket, "own/data.txt", "Corrected by hand.\n");
    Files.delete(root.resolve("content/own/data.txt"));
    Run run = publish(s3()).good();
    assertTrue(run.err().contains("somebody has changed 'post/one/index.html' there since it was published; the site's own takes its place"), run.err());
    assertTrue(run.err().contains("the site has no 'own/data.txt' any more, but somebody has changed it there since it was published, so it stays"), run.err());
    assertEquals("Corrected by hand.\n", new String(there().get("own/data.txt"), StandardCharsets.UTF_8));
    assertTrue(there().get("post/one/index.html").length > 100);
    assertEquals("", publish(s3()).good().err());
  }

  @Test
  void theListOfChangesHoldsWhatACutOffRunDid() throws IOException {
    publish(s3()).good();
    append("content/post/one.md", "More.\n");
    append("content/own/data.txt", "More.\n");
    Files.delete(root.resolve("content/post/two.md"));
    Files.writeString(root.resolve("content/own/new.txt"), "New.\n");
    cutOffAfter(4);
    Path file = temp.resolve("changes.json");
    publish(s3(), "--changes", file.toString()).good();
    JsonNode changes = new JsonMapper().readTree(Files.readString(file));
    assertEquals("[\"/own/new.txt\"]", changes.get("added").toString(), changes.toString());
    assertTrue(changes.get("changed").toString().contains("\"/own/data.txt\"") && changes.get("changed").toString().contains("\"/post/one/\""), changes.toString());
    assertTrue(changes.get("removed").toString().contains("\"/post/two/\""), changes.toString());
  }

  private BuildOptions options() {
    return BuildOptions.of(root).withToday(LocalDate.of(2026, 11, 22));
  }

  /// What another build does in the middle of a publication changes nothing of what is sent, and does not have to wait for its end.
  @Test
  void anotherBuildMeanwhileChangesNothingOfWhatIsSent() throws IOException {
    append("content/post/two.md", "Done.\n");
    Files.writeString(root.resolve("content/post/draft.md"), "---\ntitle: Secret draft\ndate: 2026-03-01\ndraft: true\n---\nNot yet.\n");
    AtomicReference<Tree> sent = new AtomicReference<>();
    Deployment.Progress progress =
        (done, _) -> {
          if (done == 1) {
            assertTrue(SiteBuild.build(options().withDrafts(true), Progress.NONE).succeeded());
          }
        };
    Target target = ((Target.Read) Target.read(s3(), root)).target();
    Optional<DeployReport> report =
        new Deployment(root, root.resolve("site"), target, new Deployment.Options(false, false, false, "Publish"), progress)
            .run(
                () -> {
                  boolean good = SiteBuild.build(options(), Progress.NONE).succeeded();
                  sent.set(Tree.of(root.resolve("site")).only(path -> !path.startsWith(".assay")));
                  return good;
                });
    assertTrue(report.orElseThrow().succeeded(), report.toString());
    Tree there = new Tree(server.tree(bucket)).only(path -> !path.startsWith(".assay"));
    assertEquals("", sent.get().difference(there));
    assertTrue(Files.exists(root.resolve("site/post/draft/index.html")));
    assertFalse(Files.exists(root.resolve(".assay/upload")));
  }

  // --- a folder --------------------------------------------------------------------------------------------------------

  @Test
  void aDryRunIntoAFolderSaysWhatIsInTheWay() throws IOException {
    Path www = Files.createDirectories(temp.resolve("www/own"));
    Files.writeString(www.resolve("data.txt"), "Theirs.\n");
    Run dry = publish(temp.resolve("www").toString(), "--dry-run");
    assertEquals(1, dry.code(), dry.out());
    assertTrue(dry.err().contains("a file that Assay did not write is in the way"), dry.err());
    assertEquals(List.of("own"), Arrays.asList(temp.resolve("www").toFile().list()));
    assertEquals(1, publish(root.resolve("content/x").toString(), "--dry-run").code());
  }

  // --- git -------------------------------------------------------------------------------------------------------------

  private void git(String... args) throws IOException {
    assumeTrue("true".equals(System.getenv("CI")) || Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "git"))), "git is not installed");
    assertEquals("", said(args));
  }

  private String said(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(args));
    Process process = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void repository() throws IOException {
    git("init", "-q", "-b", "main");
    git("config", "user.name", "Tester");
    git("config", "user.email", "tester@example.org");
  }

  @Test
  void aNameThatGitDoesNotTakeIsSaid() throws IOException {
    repository();
    Files.createDirectories(root.resolve("content/own/git~1"));
    Files.writeString(root.resolve("content/own/git~1/x.txt"), "Text.\n");
    Run run = publish("git:gh-pages");
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains("git takes no file of the name 'own/git~1/x.txt'"), run.err());
    assertTrue(said("rev-parse", "--verify", "gh-pages").contains("fatal"));
  }

  @Test
  void aCommitIsSignedWhereCommitsAreSigned() throws IOException {
    repository();
    Path signer = Files.writeString(temp.resolve("signer"), "#!/bin/sh\ncat >/dev/null\nprintf '\\n[GNUPG:] SIG_CREATED D\\n' >&2\nprintf -- '-----BEGIN PGP SIGNATURE-----\\n\\nnone\\n-----END PGP SIGNATURE-----\\n'\n");
    Files.setPosixFilePermissions(signer, PosixFilePermissions.fromString("rwxr-xr-x"));
    git("config", "gpg.program", signer.toString());
    git("config", "commit.gpgSign", "true");
    publish("git:gh-pages").good();
    assertTrue(said("cat-file", "commit", "gh-pages").contains("\ngpgsig -----BEGIN PGP SIGNATURE-----\n"), said("cat-file", "commit", "gh-pages"));
    Files.writeString(signer, "#!/bin/sh\necho 'no secret key' >&2\nexit 2\n");
    append("content/post/one.md", "More.\n");
    Run run = publish("git:gh-pages");
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains("git cannot sign the commit: ") && run.err().contains("hint: see that 'git commit -S' works here"), run.err());
  }
}
