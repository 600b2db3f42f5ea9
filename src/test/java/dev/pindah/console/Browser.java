package dev.pindah.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine's own Chromium, without a window; what its pages complain about is kept. */
public final class Browser implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser chromium =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(executable())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync",
                          "--no-first-run")));
  private final List<String> complaints = new ArrayList<>();

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("./check installs chromium; it is missing"));
  }

  /** A new person with a window of this size. */
  public Page page(int width, int height, ColorScheme colours) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours));
    Page page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onDialog(
        dialog -> {
          complaints.add(page.url() + ": dialog " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  /** Opens the link and says a name. */
  public static void enter(Page page, String link, String name) {
    page.navigate(link);
    page.waitForURL(url -> !url.contains("token="));
    if (page.locator("input[name=name]").count() > 0) {
      page.locator("input[name=name]").fill(name);
      page.locator("main button").click();
      page.waitForSelector("a.who");
    }
  }

  /** Errors of scripts, refusals of the content security policy, failed loads. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  public static void shoot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  /** Every rule of WCAG A and AA that a machine can see, broken on this page. */
  public static List<String> axe(Page page) {
    page.evaluate(script());
    Object found =
        page.evaluate(
            """
            async () => JSON.stringify((await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
            })).violations.flatMap(rule => rule.nodes.map(
              node => rule.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))
            """);
    List<String> broken = new ArrayList<>();
    for (JsonNode one : JsonMapper.shared().readTree(String.valueOf(found))) {
      broken.add(one.asString());
    }
    return broken;
  }

  private static String script() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What makes a page wider than the window; blank when nothing does. */
  public static String sideways(Page page) {
    return String.valueOf(
        page.evaluate(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return '';
              const inside = e => e.closest('.scroll, .fields, nav, .said, .units, .canvas');
              return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > width + 1 && !inside(e))
                .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))
                .slice(-3).join(' | ') || 'something';
            }
            """));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
