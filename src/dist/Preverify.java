import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Brings the classes of a library that were compiled for Java 5 or older to the form of Java 8.
///
/// Java keeps no such class in its cache of loaded classes (JEP 483), and checks each with its old verifier. picocli is of such
/// classes, and every start of the program needs it: reading it from its jar took longer than a look at a site of a thousand
/// notes. What the classes do stays as it is; they only get the tables (stack maps) by which the new verifier checks them.
/// The jar says so in `META-INF/CHANGED.txt`.
///
/// Run by the build: `java Preverify.java FOLDER LIBRARY`.
public final class Preverify {
  private static final int FIRST_KEPT = ClassFile.JAVA_6_VERSION;

  /// The same wherever and whenever the jar is made.
  private static final LocalDateTime DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final String NOTE = "META-INF/CHANGED.txt";
  private static final String TEXT =
      "The classes of this jar were brought from the form of Java 5 to that of Java 8 when Assay was built: stack maps were added,\n"
          + "what they do is as it was. The original is on Maven Central under the same name and version.\n";

  private Preverify() {}

  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new))) {
      for (Path jar : jars) {
        if (jar.getFileName().toString().startsWith(args[1] + "-") && isOld(jar)) {
          rewrite(jar, loader);
        }
      }
    }
  }

  private static boolean isOld(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(Preverify::isClass).toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          if (isOld(in.readNBytes(8))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static boolean isOld(byte[] bytes) {
    return bytes.length >= 8 && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < FIRST_KEPT;
  }

  private static void rewrite(Path jar, ClassLoader loader) throws IOException {
    ClassHierarchyResolver hierarchy =
        ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.ofResourceParsing(ClassLoader.getPlatformClassLoader())).orElse(ClassHierarchyResolver.defaultResolver());
    ClassFile classes =
        ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    try (JarFile from = new JarFile(jar.toFile()); JarOutputStream to = new JarOutputStream(Files.newOutputStream(fresh))) {
      for (JarEntry entry : from.stream().toList()) {
        byte[] bytes;
        try (InputStream in = from.getInputStream(entry)) {
          bytes = in.readAllBytes();
        }
        JarEntry kept = new JarEntry(entry.getName());
        kept.setTimeLocal(DAY);
        to.putNextEntry(kept);
        to.write(isClass(entry) && isOld(bytes) ? upgraded(bytes, classes) : bytes);
        to.closeEntry();
      }
      JarEntry note = new JarEntry(NOTE);
      note.setTimeLocal(DAY);
      to.putNextEntry(note);
      to.write(TEXT.getBytes(StandardCharsets.UTF_8));
      to.closeEntry();
    }
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] upgraded(byte[] bytes, ClassFile classes) {
    ClassModel old = classes.parse(bytes);
    return classes.transformClass(
        old,
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }
}
