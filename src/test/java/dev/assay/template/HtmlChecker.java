package dev.assay.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/// The Nu checker, in this process. It is slow to set up and not made for threads, so there is one with a thread of its
/// own; and its schema compiler recurses more deeply than the small stack that our tests run on allows.
public final class HtmlChecker {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("html-checker").stackSize(64L << 20).unstarted(work));
  /// Made on first use: made in a static initialiser it would wait for a thread that waits for this class.
  private static SimpleDocumentValidator validator;

  private HtmlChecker() {}

  private static SimpleDocumentValidator validator() {
    if (validator != null) {
      return validator;
    }
    SimpleDocumentValidator made = new SimpleDocumentValidator();
    try {
      made.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Collected());
    } catch (Exception e) {
      throw new IllegalStateException("the HTML checker cannot be set up", e);
    }
    validator = made;
    return made;
  }

  /// The errors of a page, each with its place and the line; warnings are left out.
  public static List<String> errors(String html) {
    return onItsThread(() -> check(html));
  }

  private static <T> T onItsThread(Callable<T> work) {
    try {
      return THREAD.submit(work).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the HTML checker fails", e);
    }
  }

  private static List<String> check(String html) {
    Collected collected = new Collected();
    try {
      validator().setUpValidatorAndParsers(collected, true, false);
      validator().checkHtmlInputSource(new InputSource(new StringReader(html)));
    } catch (Exception e) {
      throw new IllegalStateException("the HTML checker fails", e);
    }
    List<String> lines = html.lines().toList();
    return collected.errors.stream()
        .map(e -> e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage() + " in "
                + (e.getLineNumber() > 0 && e.getLineNumber() <= lines.size() ? lines.get(e.getLineNumber() - 1) : ""))
        .toList();
  }

  private static final class Collected implements ErrorHandler {
    final List<SAXParseException> errors = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      // Only errors count: its guess at the language takes Korean for Welsh.
    }

    @Override
    public void error(SAXParseException e) {
      errors.add(e);
    }

    @Override
    public void fatalError(SAXParseException e) {
      errors.add(e);
    }
  }
}
