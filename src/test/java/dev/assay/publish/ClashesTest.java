package dev.assay.publish;

import static dev.assay.publish.Folders.artifact;
import static dev.assay.publish.Folders.everything;
import static dev.assay.publish.Folders.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.note.Digest;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What would keep files from being put into a folder, told without putting any there.
class ClashesTest {
  private static final String FOREIGN = "a file that Assay did not write is in the way";

  @TempDir Path root;
  private Path site;

  @BeforeEach
  void place() {
    site = root.resolve("site");
  }

  private List<String> clashes(Map<String, String> texts) throws IOException {
    Map<String, Digest> files = new TreeMap<>();
    texts.forEach((file, text) -> files.put(file, Digest.of(text)));
    Map<String, String> before = everything(root);
    List<Problem> problems = new Publisher(root, site).clashes(files);
    assertEquals(before, everything(root));
    assertTrue(problems.stream().allMatch(each -> each.isError() && (each.code() == Code.OUTPUT || each.code() == Code.ADDRESS_TAKEN)), problems.toString());
    return problems.stream().map(each -> each.place().file() + ": " + each.message()).toList();
  }

  @Test
  void inAFolderThatIsMissingNothingIsInTheWay() throws IOException {
    assertEquals(List.of(), clashes(Map.of("index.html", "home", "post/x/index.html", "x")));
  }

  @Test
  void aFileOfOthersIsInTheWayUnlessItIsTheSame() throws IOException {
    write(site.resolve("post/x/index.html"), "mine");
    assertEquals(List.of("site/post/x/index.html: " + FOREIGN), clashes(Map.of("index.html", "home", "post/x/index.html", "x")));
    assertEquals(List.of(), clashes(Map.of("index.html", "home", "post/x/index.html", "mine")));
  }

  @Test
  void aFileOfOursNeverIs() throws IOException {
    new Publisher(root, site).publish(List.of(artifact("/", "home"), artifact("/post/x/", "x")), Publisher.Options.of(1));
    assertEquals(List.of(), clashes(Map.of("index.html", "home2")));
    write(site.resolve("index.html"), "edited");
    assertEquals(List.of(), clashes(Map.of("index.html", "home2")));
    Files.delete(site.resolve(OutputFolder.LIST));
    assertEquals(List.of("site/index.html: " + FOREIGN), clashes(Map.of("index.html", "home2", "post/x/index.html", "x2")), "the one that is not as it was left");
  }

  @Test
  void neitherIsWhatWillBeGone() throws IOException {
    new Publisher(root, site).publish(List.of(artifact("/a", "a file"), artifact("/b/x/", "x")), Publisher.Options.of(1));
    assertEquals(List.of(), clashes(Map.of("a/index.html", "a page", "b", "a file")));
    write(site.resolve("b/mine"), "mine");
    assertEquals(List.of("site/b/mine: it keeps a folder in the place of the file 'site/b'"), clashes(Map.of("b", "a file")));
  }

  @Test
  void whatIsNoFileIs() throws IOException {
    Files.createDirectories(site.resolve("folder"));
    Files.createSymbolicLink(site.resolve("link"), root.resolve("elsewhere"));
    write(site.resolve("file"), "mine");
    assertEquals(List.of("site/folder: it keeps a folder in the place of the file 'site/folder'"), clashes(Map.of("folder", "x")));
    assertEquals(List.of("site/link: a symbolic link is in the way; Assay does not write through links"), clashes(Map.of("link", "x")));
    assertEquals(
        List.of("site/file: something that is not a folder lies where 'site/file/x' needs one"), clashes(Map.of("file/x", "x")));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(site.resolve("socket")));
      assertEquals(List.of("something that is not a file is in the way"), ofSocket());
    }
  }

  private List<String> ofSocket() throws IOException {
    return new Publisher(root, site).clashes(Map.of("socket", Digest.of("x"))).stream().map(Problem::message).toList();
  }

  @Test
  void aNameThatNoFileCanHaveIs() throws IOException {
    assertEquals(List.of("site/../x: this disk cannot hold a file of this name: leads out of the folder"), clashes(Map.of("../x", "x")));
    assertEquals(List.of("site/a/..: this disk cannot hold a file of this name: leads out of the folder"), clashes(Map.of("a/..", "x")));
    assertEquals(List.of("site/a\0: this disk cannot hold a file of this name: Nul character not allowed"), clashes(Map.of("a\0", "x")));
    assertEquals(1, clashes(Map.of("a.html", "1", "A.html", "2")).size());
  }

  @Test
  void aFolderThatIsNoOutputFolderIs() throws IOException {
    site = root.resolve("content/site");
    assertEquals(List.of("content/site: the output folder lies inside 'content', which Assay reads"), clashes(Map.of("index.html", "x")));
  }
}
