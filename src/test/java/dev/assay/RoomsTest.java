package dev.assay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.text.BreakIterator;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rooms of the program and what each may know. The list is the architecture: a room depends only on rooms below
/// it, a library appears only in the rooms named beside it, and nothing asks the machine for its language, its clock
/// zone or its encoding.
class RoomsTest {
  /// From the top down.
  private static final List<String> ROOMS =
      List.of(
          "cli", "serve", "build", "deploy", "publish", "importer", "edit", "feed", "template", "chart", "markdown", "math", "syntax", "frontmatter",
          "source", "export", "search", "view", "catalog", "claim", "cost", "card", "asset", "note", "problem");

  private record Library(String name, Set<String> rooms, String... packages) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library("flexmark", Set.of("markdown"), "com.vladsch.flexmark.."),
          new Library("hash4j", Set.of("note"), "com.dynatrace.hash4j.."),
          new Library("jsoup", Set.of("markdown", "feed", "importer"), "org.jsoup.."),
          new Library("Jackson", Set.of("frontmatter", "export", "feed"), "tools.jackson..", "com.fasterxml.jackson.."),
          new Library("ImageIO", Set.of("asset"), "javax.imageio..", "com.twelvemonkeys..", "com.luciad.imageio..", "java.awt.."),
          new Library("SnakeYAML", Set.of("frontmatter"), "org.snakeyaml.."),
          new Library("CSL", Set.of("claim"), "de.undercouch.citeproc.."),
          new Library("FreeMarker", Set.of("template"), "freemarker.."),
          new Library("ROME", Set.of("feed", "importer"), "com.rometools..", "org.jdom2.."),
          new Library("biweekly", Set.of("export"), "biweekly..", "com.github.mangstadt.vinnie.."),
          new Library("picocli", Set.of("cli"), "picocli.."),
          new Library("the client of S3", Set.of("deploy"), "software.amazon.awssdk.."),
          new Library("the HTTP server", Set.of("serve"), "com.sun.net.httpserver..", "java.net.http.."));

  private static final String[] ANYWHERE = {
    "java..", "javax.xml..", "javax.net.ssl..", "org.xml.sax..", "org.w3c.dom..", "org.jspecify.annotations..", "dev.assay.."
  };

  private static final JavaClasses PROGRAM =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.assay");

  @Test
  void everyClassLivesInARoomOfTheList() {
    Set<String> found = PROGRAM.stream().map(RoomsTest::room).collect(Collectors.toCollection(TreeSet::new));
    found.removeAll(ROOMS);
    assertEquals(Set.of(), found);
  }

  @TestFactory
  Stream<DynamicTest> aRoomDependsOnlyOnRoomsBelowIt() {
    return ROOMS.stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        noClasses()
                            .that(in(room))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(above(room)))
                            .because("a room depends only on rooms below it")
                            .allowEmptyShould(true)
                            .check(PROGRAM)));
  }

  @Test
  void noRoomsDependOnEachOtherInACircle() {
    slices().matching("dev.assay.(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @TestFactory
  Stream<DynamicTest> aLibraryStaysInItsRooms() {
    return LIBRARIES.stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.name(),
                    () ->
                        noClasses()
                            .that(outside(library.rooms()))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(library.packages()))
                            .check(PROGRAM)));
  }

  @Test
  void noOtherLibraryIsUsedAnywhere() {
    List<String> known = LIBRARIES.stream().flatMap(library -> Stream.of(library.packages())).toList();
    String[] allowed = Stream.concat(Stream.of(ANYWHERE), known.stream()).toArray(String[]::new);
    classes().should().onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitiveArray())).check(PROGRAM);
  }

  @Test
  void everyRoomSaysThatNothingIsNullInIt() {
    Set<String> unmarked =
        PROGRAM.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());
    assertEquals(Set.of(), unmarked);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses().that(outside(Set.of("cli"))).should().callMethod(System.class, "exit", int.class).check(PROGRAM);
    noClasses().should().callMethod(Runtime.class, "halt", int.class).check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineTalksToTheTerminal() {
    noClasses()
        .that(outside(Set.of("cli")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(PROGRAM);
  }

  @Test
  void nothingIsLogged() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j.."))
        .check(PROGRAM);
  }

  @Test
  void onlyRoomsAtTheDoorTouchFiles() {
    noClasses()
        .that(outside(Set.of("source", "publish", "deploy", "build", "serve", "cli", "importer", "edit")))
        .should()
        .dependOnClassesThat(describe("open files", RoomsTest::opensFiles))
        .check(PROGRAM);
  }

  @Test
  void todayIsGivenAndNotAsked() {
    noClasses()
        .that(outside(Set.of("cli", "serve", "build", "publish")))
        .should()
        .callMethodWhere(
            call(
                "ask the clock",
                target ->
                    target.getName().equals("now") && target.getOwner().getPackageName().equals("java.time")
                        || is(target, System.class, "currentTimeMillis", "nanoTime") && !guardsTime(target)))
        .check(PROGRAM);
  }

  @Test
  void nothingDependsOnTheMachinesLanguageZoneOrEncoding() {
    noClasses().should().callMethodWhere(call("ask the machine", RoomsTest::asksTheMachine)).check(PROGRAM);
    noClasses().should().callConstructorWhere(asksTheMachineWhenMade()).check(PROGRAM);
  }

  /// The program may, once, at its start, so that a library cannot see the machine's either. A room may not.
  @Test
  void onlyTheCommandLineSetsALanguageOrZone() {
    noClasses()
        .that(outside(Set.of("cli")))
        .should()
        .callMethodWhere(
            call("set a default", target -> is(target, Locale.class, "setDefault") || is(target, TimeZone.class, "setDefault")))
        .check(PROGRAM);
  }

  /// Whether a call takes the default locale, zone or charset: `%d` is written in Arabic digits on an Arabic machine,
  /// and `"TITLE".toLowerCase()` has a dotless i on a Turkish one.
  private static boolean asksTheMachine(CodeUnitCallTarget target) {
    List<String> taken = target.getRawParameterTypes().stream().map(JavaClass::getSimpleName).toList();
    return is(target, String.class, "format") && !taken.contains("Locale")
        || is(target, String.class, "formatted")
        || is(target, String.class, "toLowerCase", "toUpperCase", "getBytes") && taken.isEmpty()
        || is(target, Locale.class, "getDefault")
        || is(target, ZoneId.class, "systemDefault")
        || is(target, TimeZone.class, "getDefault")
        || is(target, Charset.class, "defaultCharset")
        || is(target, DateTimeFormatter.class, "ofPattern") && !taken.contains("Locale")
        || is(target, DateTimeFormatter.class, "ofLocalizedDate", "ofLocalizedDateTime")
        || target.getName().equals("now") && target.getOwner().getPackageName().equals("java.time") && taken.isEmpty()
            && !is(target, Instant.class, "now")
        || target.getOwner().isAssignableTo(NumberFormat.class) && target.getName().startsWith("get")
            && target.getName().endsWith("Instance") && !taken.contains("Locale")
        || is(target, Collator.class, "getInstance") && !taken.contains("Locale")
        || is(target, BreakIterator.class, "getWordInstance", "getSentenceInstance", "getCharacterInstance")
            && !taken.contains("Locale");
  }

  private static DescribedPredicate<JavaConstructorCall> asksTheMachineWhenMade() {
    Set<String> never = Set.of("java.io.FileReader", "java.io.FileWriter", "java.text.SimpleDateFormat", "java.util.Scanner");
    return describe(
        "ask the machine",
        constructor -> {
          List<String> taken = constructor.getTarget().getRawParameterTypes().stream().map(JavaClass::getSimpleName).toList();
          return switch (constructor.getTargetOwner().getName()) {
            case "java.lang.String" -> taken.contains("byte[]") && !taken.contains("Charset") && !taken.contains("String");
            case "java.io.InputStreamReader", "java.io.OutputStreamWriter" -> taken.size() == 1;
            case "java.io.PrintStream" -> !taken.contains("Charset");
            case "java.text.DecimalFormat" -> !taken.contains("DecimalFormatSymbols");
            case "java.util.Random" -> taken.isEmpty();
            case String other -> never.contains(other);
          };
        });
  }

  private static boolean opensFiles(JavaClass type) {
    return type.isEquivalentTo(Files.class)
        || type.isAssignableTo(FileChannel.class)
        || type.isEquivalentTo(File.class)
        || type.getPackageName().equals("java.io") && (type.getSimpleName().startsWith("File") || type.isEquivalentTo(RandomAccessFile.class))
            && !type.isAssignableTo(IOException.class);
  }

  /// A deadline is measured, not dated: `nanoTime` may be used anywhere, since nothing that is written shows it.
  private static boolean guardsTime(CodeUnitCallTarget target) {
    return target.getName().equals("nanoTime");
  }

  private static boolean is(CodeUnitCallTarget target, Class<?> owner, String... names) {
    return target.getOwner().isEquivalentTo(owner) && List.of(names).contains(target.getName());
  }

  private static DescribedPredicate<JavaMethodCall> call(
      String name, Predicate<CodeUnitCallTarget> test) {
    return describe(name, (JavaCall<?> each) -> test.test(each.getTarget())).forSubtype();
  }

  private static DescribedPredicate<JavaClass> primitiveArray() {
    return describe("primitive arrays", type -> type.getBaseComponentType().isPrimitive());
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return resideInAPackage("dev.assay." + room + "..");
  }

  private static DescribedPredicate<JavaClass> outside(Set<String> rooms) {
    String[] packages = rooms.stream().sorted().map(room -> "dev.assay." + room + "..").toArray(String[]::new);
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }

  private static String[] above(String room) {
    return ROOMS.subList(0, ROOMS.indexOf(room)).stream().map(each -> "dev.assay." + each + "..").toArray(String[]::new);
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("dev.assay.") ? name.substring("dev.assay.".length()).split("\\.")[0] : name;
  }
}
