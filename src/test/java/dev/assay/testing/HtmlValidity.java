package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The Nu HTML checker (the one behind validator.w3.org), in this process. Setting it up takes a second, so one is
/// kept for all tests; its guess of the language is off, since it takes Korean for Welsh. It runs on a thread with a
/// large stack: its schema is deeper than the small stack that our tests run on.
public final class HtmlValidity {
  private static final long STACK_BYTES = 16L << 20;
  private static final String HTML5 = "http://s.validator.nu/html5-rdfalite.rnc";

  private static HtmlValidity shared;

  private final Collected collected = new Collected();
  private final SimpleDocumentValidator validator;

  private HtmlValidity() {
    System.setProperty("nu.validator.datatype.warn", "false");
    validator = new SimpleDocumentValidator(true, false, false);
    try {
      validator.setUpMainSchema(HTML5, collected);
      validator.setUpValidatorAndParsers(collected, false, false);
    } catch (Exception e) { // declared so by the checker
      throw new AssertionError("the HTML checker cannot be set up", e);
    }
  }

  /// The errors of every `.html` file of a tree, each `path:line:column: message`. Warnings don't count.
  public static synchronized List<String> errors(Tree tree) {
    return onLargeStack(
        checker -> {
          List<String> all = new ArrayList<>();
          for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
            if (file.getKey().endsWith(".html")) {
              all.addAll(checker.check(file.getKey(), file.getValue()));
            }
          }
          return all;
        });
  }

  /// The errors of one page.
  public static synchronized List<String> errors(String name, String html) {
    return onLargeStack(checker -> checker.check(name, html.getBytes(UTF_8)));
  }

  private static List<String> onLargeStack(Function<HtmlValidity, List<String>> work) {
    FutureTask<List<String>> task =
        new FutureTask<>(
            () -> {
              if (shared == null) {
                shared = new HtmlValidity();
              }
              return work.apply(shared);
            });
    new Thread(null, task, "html-checker", STACK_BYTES).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the HTML checker failed", e);
    }
  }

  private List<String> check(String name, byte[] html) {
    collected.start(name);
    InputSource source = new InputSource(new ByteArrayInputStream(html));
    source.setEncoding("UTF-8");
    source.setSystemId("file:///" + name.replace(" ", "%20"));
    try {
      validator.checkHtmlInputSource(source);
    } catch (IOException | SAXException e) {
      throw new AssertionError("the HTML checker failed on " + name, e);
    }
    return List.copyOf(collected.errors);
  }

  private static final class Collected implements ErrorHandler {
    private final List<String> errors = new ArrayList<>();
    private String name = "";

    void start(String page) {
      errors.clear();
      name = page;
    }

    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) {
      errors.add(name + ":" + error.getLineNumber() + ":" + error.getColumnNumber() + ": " + error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }
  }
}
