package dev.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.note.Digest;
import dev.assay.testing.S3Server;
import dev.assay.testing.SiteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A site goes where it is read: to a folder, through rsync, into a branch, into a store that speaks S3.
class PublishCommandTest {
  private static final String SITE =
      """
      -- content/site.yaml --
      title: Small
      base_url: https://small.example/lab/
      search: false
      feeds: {archives: false}
      -- content/post/one.md --
      ---
      title: One
      date: 2026-01-02
      tags: [power]
      ---
      It is so.
      -- content/post/두번째.md --
      ---
      title: Two
      date: 2026-02-02
      ---
      What happened.
      -- content/own/a b.txt --
      Text.
      """;

  /// Every way of publishing keeps the same promises.
  enum Way {
    FOLDER,
    RSYNC,
    BRANCH,
    S3
  }

  private static final Set<String> LISTS = Set.of(".assay-files", ".assay-deployed", ".nojekyll");

  private static S3Server server;

  @TempDir private Path temp;
  private Path root;
  private String bucket;
  private static int buckets;

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
    bucket = "bucket-" + ++buckets;
    server.bucket(bucket);
  }

  private record Run(int code, String out, String err) {}

  private Run publish(String... args) {
    List<String> all = new ArrayList<>(List.of("publish", "--root", root.toString(), "--today", "2026-11-22"));
    all.addAll(Arrays.asList(args));
    return run(all.toArray(String[]::new));
  }

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    return new Run(Main.run(terminal, args), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Run good(Run run) {
    assertEquals(0, run.code(), run.out() + run.err());
    return run;
  }

  private static Run refused(Run run, String... says) {
    assertEquals(1, run.code(), run.out() + run.err());
    for (String each : says) {
      assertTrue(run.err().contains(each), run.err());
    }
    return run;
  }

  // --- what all ways have in common ------------------------------------------------------------------------------------

  private String target(Way way) throws IOException {
    return switch (way) {
      case FOLDER -> temp.resolve("www").toString();
      case RSYNC -> {
        assumeThere("rsync");
        yield "rsync:" + temp.resolve("www") + "/";
      }
      case BRANCH -> {
        assumeThere("git");
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Tester");
        git("config", "user.email", "tester@example.org");
        yield "git:gh-pages";
      }
      case S3 -> s3();
    };
  }

  private String s3() {
    return "s3://" + bucket + "/?endpoint=" + server.endpoint();
  }

  private static void assumeThere(String program) {
    boolean there = Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(there || "true".equals(System.getenv("CI")), program + " is not installed");
  }

  private String git(String... args) throws IOException {
    return git(root, args);
  }

  private static String git(Path folder, String... args) throws IOException {
    return new String(bytes(folder, args), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path folder, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotepath=off"));
    command.addAll(Arrays.asList(args));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    try {
      assertEquals(0, process.waitFor(), command + "\n" + new String(said, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return said;
  }

  /// What lies at the target, but for the lists.
  private SortedMap<String, String> there(Way way) throws IOException {
    SortedMap<String, String> tree =
        switch (way) {
          case FOLDER, RSYNC -> files(temp.resolve("www"));
          case BRANCH -> branch(root, "gh-pages");
          case S3 -> {
            SortedMap<String, String> objects = new TreeMap<>();
            server.tree(bucket).forEach((key, bytes) -> objects.put(key, shown(bytes)));
            yield objects;
          }
        };
    tree.keySet().removeAll(LISTS);
    return tree;
  }

  /// Short texts as they are, long ones by a digest.
  private static String shown(byte[] bytes) {
    return bytes.length < 40 ? new String(bytes, StandardCharsets.UTF_8) : Digest.of(bytes).hex();
  }

  private static SortedMap<String, String> branch(Path repository, String name) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    for (String file : git(repository, "ls-tree", "-r", "--name-only", name).lines().toList()) {
      tree.put(file, shown(bytes(repository, "show", name + ":" + file)));
    }
    return tree;
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
          tree.put(folder.relativize(file).toString(), shown(Files.readAllBytes(file)));
        }
      }
    }
    return tree;
  }

  private SortedMap<String, String> built() throws IOException {
    SortedMap<String, String> tree = files(root.resolve("site"));
    tree.keySet().removeAll(LISTS);
    return tree;
  }

  /// Puts a file there as somebody else.
  private void put(Way way, String file, String text) throws IOException {
    switch (way) {
      case FOLDER, RSYNC -> {
        Path path = temp.resolve("www").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
      }
      case BRANCH -> {
        Path work = temp.resolve("work-" + file.replace('/', '-'));
        if (git("branch", "--list", "gh-pages").isBlank()) {
          git(temp, "init", "-q", "-b", "gh-pages", work.toString());
        } else {
          git(temp, "clone", "-q", "-b", "gh-pages", root.toString(), work.toString());
        }
        Path path = work.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        git(work, "add", "-A");
        git(work, "-c", "user.name=Other", "-c", "user.email=o@example.org", "commit", "-q", "-m", "By hand");
        git("fetch", "-q", work.toString(), "gh-pages:gh-pages");
      }
      case S3 -> server.put(bucket, file, text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWholeSiteGoesThereAndThenOnlyWhatChanged(Way way) throws IOException {
    String target = target(way);
    Run first = good(publish(target));
    assertEquals(built(), there(way));
    assertTrue(first.out().startsWith("Site published to "), first.out());
    assertTrue(first.out().contains("new       " + built().size() + "\n"), first.out());

    Run second = good(publish(target));
    assertTrue(second.out().startsWith("The site is up to date at "), second.out());

    put(way, "CNAME", "notes.example\n");
    Files.writeString(root.resolve("content/post/one.md"), "It was not so.\n", java.nio.file.StandardOpenOption.APPEND);
    Files.delete(root.resolve("content/post/두번째.md"));
    Files.delete(root.resolve("content/own/a b.txt"));
    good(publish(target));
    SortedMap<String, String> expected = built();
    expected.put("CNAME", "notes.example\n");
    assertEquals(expected, there(way));
    assertFalse(there(way).containsKey("post/두번째/index.html"));
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunSaysWhatItWouldDoAndDoesNothing(Way way) throws IOException {
    String target = target(way);
    Run first = good(publish(target, "--dry-run"));
    assertTrue(first.out().contains("+ assets/"), first.out());
    assertEquals(new TreeMap<>(), way == Way.BRANCH ? new TreeMap<>() : there(way));
    good(publish(target));
    SortedMap<String, String> before = there(way);
    Files.delete(root.resolve("content/post/두번째.md"));
    Run second = good(publish(target, "--dry-run"));
    assertTrue(second.out().contains("- post/두번째/index.html\n"), second.out());
    assertTrue(second.out().contains("~ feed.xml\n"), second.out());
    assertTrue(second.out().contains("This would be published to "), second.out());
    assertEquals(before, there(way));
  }

  @ParameterizedTest
  @EnumSource
  void filesOfOthersAreNotReplaced(Way way) throws IOException {
    String target = target(way);
    put(way, "index.html", "Ours.\n");
    put(way, "ours/index.html", "Ours too.\n");
    Run run = refused(publish(target), "index.html");
    assertFalse(run.err().contains("ours/index.html"), run.err());
    assertEquals(new TreeSet<>(Set.of("index.html", "ours/index.html")), there(way).keySet());
    if (way != Way.FOLDER) {
      good(publish(target, "--take-over"));
      SortedMap<String, String> expected = built();
      expected.put("ours/index.html", "Ours too.\n");
      assertEquals(expected, there(way));
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesOfOthersWhereFoldersAreNeededStay(Way way) throws IOException {
    String target = target(way);
    if (way == Way.S3) {
      return; // there are no folders
    }
    put(way, "post", "Mine.\n");
    assertEquals(1, publish(target).code());
    assertEquals("Mine.\n", there(way).get("post"));
  }

  @Test
  void aNameThatRsyncTakesForARemarkIsSent() throws IOException {
    String target = target(Way.RSYNC);
    Files.writeString(root.resolve("content/;semi.txt"), "Text.\n");
    good(publish(target));
    assertEquals(built(), there(Way.RSYNC));
  }

  @Test
  void aPasswordIsNotRepeated() {
    for (String written : List.of("rsync://user:s3cret@host/x", "s3://AK:se/s3cret@bucket/", "s3://bucket/?secret_key=s3cret")) {
      Run run = publish(written);
      assertFalse((run.out() + run.err()).contains("s3cret"), run::err);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSiteWithErrorsIsNotPublished(Way way) throws IOException {
    String target = target(way);
    Files.writeString(root.resolve("content/post/broken.md"), "---\ntitle: Broken\ndate: 2026-03-03\n---\n[Away](nowhere.md)\n");
    refused(publish(target), "nowhere.md", "Nothing was published.");
    assertEquals(new TreeMap<>(), way == Way.BRANCH ? new TreeMap<>() : there(way));
  }

  // --- where to --------------------------------------------------------------------------------------------------------

  private void setting(String text) throws IOException {
    Files.writeString(root.resolve("content/site.yaml"), text, java.nio.file.StandardOpenOption.APPEND);
  }

  @Test
  void theSettingsSayWhere() throws IOException {
    assertEquals(2, publish().code());
    setting("publish: ../www\n");
    good(publish());
    assertEquals(built(), there(Way.FOLDER));
  }

  @Test
  void theSettingsNamePlaces() throws IOException {
    setting("publish: {live: ../www, preview: \"" + s3() + "\"}\n");
    Run none = publish();
    assertEquals(2, none.code());
    assertTrue(none.err().contains("site.yaml knows 'live', 'preview'"), none.err());
    good(publish("preview"));
    assertEquals(built(), there(Way.S3));
    assertFalse(Files.exists(temp.resolve("www")));
    Run misspelt = publish("priview");
    assertEquals(2, misspelt.code());
    assertTrue(misspelt.err().contains("did you mean 'preview'?"), misspelt.err());
  }

  @Test
  void whatIsNoTargetIsSaid() {
    for (String target : List.of("ftp://server/notes", "s3://", "s3:bucket", "s3://b/?colour=red", "s3://bucket/?endpoint=here", "git:-x", "git:a..b", "https://user:word@host/", "rsync:-e")) {
      Run run = publish(target);
      assertEquals(2, run.code(), target + run.err());
      assertFalse(run.err().contains("Exception"), run.err());
    }
    refused(publish(root.resolve("site").toString()), "that is the folder that 'assay build' writes to");
    refused(publish(root.resolve("content/x").toString()), "content");
  }

  @Test
  void whatChangedIsWrittenDown() throws IOException {
    String target = target(Way.S3);
    good(publish(target));
    Files.delete(root.resolve("content/post/두번째.md"));
    Path file = temp.resolve("changes.json");
    good(publish(target, "--changes", file.toString()));
    JsonNode changes = new JsonMapper().readTree(Files.readString(file));
    assertEquals("https://small.example/lab/", changes.get("base").stringValue());
    assertTrue(changes.get("changed").toString().contains("\"/lab/\""), changes.toString());
    assertTrue(changes.get("removed").toString().contains("\"/lab/post/%EB%91%90%EB%B2%88%EC%A7%B8/\""), changes.toString());

    Files.writeString(root.resolve("content/post/three.md"), "---\ntitle: Three\ndate: 2026-03-03\n---\nNew.\n");
    good(run("build", "--root", root.toString(), "--today", "2026-11-22", "--changes", file.toString()));
    changes = new JsonMapper().readTree(Files.readString(file));
    assertTrue(changes.get("added").toString().matches("\\[\"/lab/post/three/card-[0-9a-f]+\\.png\",\"/lab/post/three/\"]"), changes.toString());
    good(run("build", "--root", root.toString(), "--today", "2026-11-22", "--changes", file.toString()));
    assertEquals("[]", new JsonMapper().readTree(Files.readString(file)).get("changed").toString());
  }

  // --- S3 --------------------------------------------------------------------------------------------------------------

  @Test
  void pagesComeBeforeListsBeforeFeedsBeforeDeletionsAndTheListOfFilesLast() throws IOException {
    good(publish(s3()));
    server.log();
    Files.writeString(root.resolve("content/post/one.md"), "More.\n", java.nio.file.StandardOpenOption.APPEND);
    Files.writeString(root.resolve("content/own/new.txt"), "New.\n");
    Files.delete(root.resolve("content/own/a b.txt"));
    Files.delete(root.resolve("content/post/두번째.md"));
    good(publish(s3()));
    List<String> log = server.log();
    assertEquals("put .assay-deployed", log.getFirst());
    assertEquals("put .assay-deployed", log.getLast());
    List<String> order = List.of("put own/new.txt", "put post/one/index.html", "put index.html", "put feed.xml", "delete post/두번째/index.html", "put .assay-deployed");
    List<Integer> at = order.stream().map(log::lastIndexOf).toList();
    assertEquals(at.stream().sorted().toList(), at, log.toString());
    assertTrue(at.getFirst() > 0, log.toString());
  }

  @Test
  void readersAreToldWhatEachFileIsAndHowLongItMayBeKept() throws IOException {
    setting("bibliography: s.yaml\n");
    Files.writeString(root.resolve("content/s.yaml"), "- {id: a, type: book, title: A}\n");
    Files.writeString(root.resolve("content/picture.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n");
    good(publish(s3()));
    assertEquals("text/html; charset=utf-8 | public, max-age=60", server.headers(bucket, "index.html"));
    assertEquals("text/html; charset=utf-8 | public, max-age=60", server.headers(bucket, "post/두번째/index.html"));
    assertEquals("application/rss+xml; charset=utf-8 | public, max-age=300", server.headers(bucket, "feed.xml"));
    assertEquals("application/atom+xml; charset=utf-8 | public, max-age=300", server.headers(bucket, "atom.xml"));
    assertEquals("application/feed+json; charset=utf-8 | public, max-age=300", server.headers(bucket, "tags/power/feed.json"));
    assertEquals("text/x-opml; charset=utf-8 | public, max-age=300", server.headers(bucket, "feeds.opml"));
    assertEquals("application/json; charset=utf-8 | public, max-age=60", server.headers(bucket, "claims.json"));
    assertEquals("text/csv; charset=utf-8 | public, max-age=60", server.headers(bucket, "claims.csv"));
    assertEquals("text/calendar; charset=utf-8 | public, max-age=60", server.headers(bucket, "checkpoints.ics"));
    assertEquals("application/xml; charset=utf-8 | public, max-age=60", server.headers(bucket, "sitemap.xml"));
    assertEquals("text/plain; charset=utf-8 | public, max-age=60", server.headers(bucket, "robots.txt"));
    assertEquals("image/svg+xml; charset=utf-8 | public, max-age=3600", server.headers(bucket, "picture.svg"));
    String style = there(Way.S3).keySet().stream().filter(file -> file.matches("assets/style\\..*\\.css")).findFirst().orElseThrow();
    assertEquals("text/css; charset=utf-8 | public, max-age=31536000, immutable", server.headers(bucket, style));
  }

  @Test
  void aFolderOfABucketIsASiteOfItsOwn() {
    server.put(bucket, "index.html", "Other.\n");
    good(publish("s3://" + bucket + "/notes?endpoint=" + server.endpoint() + "&region=eu-central-1&style=path"));
    assertEquals("Other.\n", shown(server.tree(bucket).get("index.html")));
    assertTrue(server.tree(bucket).containsKey("notes/index.html"));
    good(publish("s3://" + bucket + "/notes/?endpoint=" + server.endpoint()));
    assertEquals("Other.\n", shown(server.tree(bucket).get("index.html")));
  }

  @Test
  void whatWasCutOffIsCompletedWithoutDoingItTwice() throws IOException {
    server.refuseAfter(8);
    Run cut = refused(publish(s3()), "does not allow this");
    assertFalse(cut.err().contains("secret"), cut.err());
    int done = server.log().size();
    assertEquals(8, done);
    server.refuseAfter(Integer.MAX_VALUE);
    good(publish(s3()));
    assertEquals(built(), there(Way.S3));
    // Two lists, and each file but the seven that were there.
    assertEquals(built().size() - 7 + 2, server.log().size());
  }

  @Test
  void whatOthersDidToOurFilesIsPutRight() throws IOException {
    good(publish(s3()));
    server.put(bucket, "index.html", "Defaced.\n");
    server.delete(bucket, "feed.xml");
    good(publish(s3()));
    assertEquals(built(), there(Way.S3));
  }

  @Test
  void whatANewerVersionPublishedIsLeftAlone() throws IOException {
    good(publish(s3()));
    server.put(bucket, ".assay-deployed", "assay-deployed 99\nsomething new\n");
    refused(publish(s3(), "--take-over"), "a newer version of Assay published what lies there");
  }

  @Test
  void aDamagedListIsNotGuessedAt() throws IOException {
    good(publish(s3()));
    server.put(bucket, ".assay-deployed", "assay-deployed 1\nhalf a line");
    refused(publish(s3()), "'.assay-deployed', cannot be read", "--take-over");
    good(publish(s3(), "--take-over"));
    assertEquals(built(), there(Way.S3));
    good(publish(s3()));
  }

  @Test
  void faultsOfAStoreAreSentencesWithoutSecrets() {
    refused(publish("s3://no-such-bucket/?endpoint=" + server.endpoint()), "there is no bucket 'no-such-bucket' at '" + server.endpoint() + "'");
    refused(publish("s3://" + bucket + "/?endpoint=http://127.0.0.1:1"), "'http://127.0.0.1:1' does not take a connection");
    refused(publish("s3://" + bucket + "/?endpoint=" + server.endpoint() + "&profile=no-such-profile"), "the profile 'no-such-profile' gives no credentials");
    System.setProperty("aws.secretAccessKey", "s3cr3t-word");
    try {
      Run wrong = refused(publish(s3()), "the secret key does not belong to the key");
      assertFalse(wrong.err().contains("s3cr3t-word"), wrong.err());
      System.setProperty("aws.accessKeyId", "stranger");
      refused(publish(s3()), "the key that credentials were found with is not known");
    } finally {
      System.setProperty("aws.accessKeyId", "key");
      System.setProperty("aws.secretAccessKey", "secret");
    }
    assertEquals(List.of(), server.log());
  }

  // --- git -------------------------------------------------------------------------------------------------------------

  @Test
  void aBranchGetsOneCommitAndTheWorkTreeNone() throws IOException {
    String target = target(Way.BRANCH);
    git("add", "-A");
    git("commit", "-q", "-m", "Notes");
    Files.writeString(root.resolve("content/post/one.md"), "Unsaved.\n", java.nio.file.StandardOpenOption.APPEND);
    String before = git("status", "--porcelain") + git("rev-parse", "HEAD");
    Run run = good(publish(target));
    assertTrue(run.out().contains("  as        commit "), run.out());
    assertEquals("1", git("rev-list", "--count", "gh-pages").strip());
    assertEquals("Publish https://small.example/lab/", git("log", "-1", "--format=%s", "gh-pages").strip());
    assertTrue(branch(root, "gh-pages").containsKey(".nojekyll"));
    good(publish(target));
    assertEquals("1", git("rev-list", "--count", "gh-pages").strip());
    assertEquals(before, git("status", "--porcelain", "--", ".", ":!site", ":!.assay") + git("rev-parse", "HEAD"));
    git("worktree", "add", "-q", temp.resolve("beside").toString(), "gh-pages");
    refused(publish(target), "is checked out");
  }

  @Test
  void aBranchOfAnotherRepositoryIsSentAndNeverForced() throws IOException {
    target(Way.BRANCH);
    Path there = temp.resolve("there.git");
    git("init", "-q", "--bare", there.toString());
    refused(publish("git:origin/gh-pages"), "knows no remote repository 'origin'");
    git("remote", "add", "origin", there.toString());
    good(publish("git:origin/gh-pages"));
    assertEquals("", git("branch", "--list", "gh-pages"));
    Path clone = temp.resolve("clone");
    git(temp, "clone", "-q", "-b", "gh-pages", there.toString(), clone.toString());
    Files.writeString(clone.resolve("CNAME"), "notes.example\n");
    git(clone, "add", "-A");
    git(clone, "-c", "user.name=Other", "-c", "user.email=o@example.org", "commit", "-q", "-m", "A name");
    git(clone, "push", "-q", "origin", "gh-pages");
    Files.delete(root.resolve("content/post/두번째.md"));
    good(publish("git:origin/gh-pages"));
    SortedMap<String, String> expected = built();
    expected.put("CNAME", "notes.example\n");
    SortedMap<String, String> now = branch(there, "gh-pages");
    now.keySet().removeAll(LISTS);
    assertEquals(expected, now);
    assertEquals("3", git(there, "rev-list", "--count", "gh-pages").strip());
    git("remote", "set-url", "origin", temp.resolve("gone.git").toString());
    refused(publish("git:origin/gh-pages"), "the remote repository 'origin' cannot be read");
  }

  @Test
  void aSiteThatIsInNoRepositoryHasNoBranch() {
    assumeThere("git");
    refused(publish("git:gh-pages"), "is in no git repository");
  }

  // --- rsync -----------------------------------------------------------------------------------------------------------

  @Test
  void rsyncLeavesFoldersOfOthersAndTakesItsOwnEmptyOnes() throws IOException {
    String target = target(Way.RSYNC);
    good(publish(target));
    put(Way.RSYNC, "post/두번째/mine.txt", "Mine.\n");
    Files.delete(root.resolve("content/post/두번째.md"));
    Files.delete(root.resolve("content/own/a b.txt"));
    good(publish(target));
    assertTrue(Files.exists(temp.resolve("www/post/두번째/mine.txt")));
    assertFalse(Files.exists(temp.resolve("www/post/두번째/index.html")));
    assertFalse(Files.exists(temp.resolve("www/own")));
    Files.writeString(temp.resolve("www/index.html"), "Defaced.\n");
    good(publish(target, "--verify"));
    SortedMap<String, String> expected = built();
    expected.put("post/두번째/mine.txt", "Mine.\n");
    assertEquals(expected, there(Way.RSYNC));
  }

  @Test
  void rsyncDeletesNothingBehindALinkOfOthersNorTheLinkNorWhatOnlyLooksLikeIt() throws IOException {
    String target = target(Way.RSYNC);
    for (String name : List.of("a[1].txt", "a1.txt", "; e.txt", "f/g.txt", "h/i/j.txt")) {
      Path file = root.resolve("content/odd").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "Odd.\n");
    }
    good(publish(target));
    Path www = temp.resolve("www/odd");
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("g.txt"), "Mine.\n");
    Files.delete(www.resolve("f/g.txt"));
    Files.delete(www.resolve("f"));
    Files.createSymbolicLink(www.resolve("f"), elsewhere);
    Files.delete(www.resolve("h/i/j.txt"));
    Files.createDirectory(www.resolve("h/i/j.txt"));
    for (String name : List.of("a[1].txt", "; e.txt", "f/g.txt", "h/i/j.txt")) {
      Files.delete(root.resolve("content/odd").resolve(name));
    }
    good(publish(target));
    assertEquals("Mine.\n", Files.readString(elsewhere.resolve("g.txt")));
    assertTrue(Files.isSymbolicLink(www.resolve("f")));
    assertTrue(Files.isDirectory(www.resolve("h/i/j.txt")));
    try (Stream<Path> left = Files.list(www)) {
      assertEquals(List.of("a1.txt", "f", "h"), left.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aServerThatRsyncCannotReachIsSaid() {
    assumeThere("rsync");
    refused(publish("rsync://127.0.0.1:1/notes/"), "'rsync://127.0.0.1:1/notes/' cannot be reached");
  }
}
