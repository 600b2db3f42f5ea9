package dev.pindah.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page with every text hostile, in both colours, on a telephone, for a screen reader. */
class PagesTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/mapping",
          "/prepare",
          "/sample",
          "/run",
          "/errors",
          "/reconcile",
          "/explain/contact/7",
          "/cutover",
          "/rollback",
          "/handoff",
          "/decisions",
          "/people");

  @TempDir Path folder = Path.of("");

  @Test
  void customersTextsNeverAct() throws IOException {
    Path paper = Files.createDirectories(folder.resolve("handoff"));
    Files.writeString(paper.resolve("<img src=x onerror=window.pwned=1>.html"), Hostile.ALL);
    Files.writeString(paper.resolve("flow.svg"), "<svg onload='window.pwned=1'/>");
    try (OpenConsole console =
            OpenConsole.fields(folder, Hostile.text(1), 40, Hostile::text, Hostile.ALL);
        Browser browser = new Browser()) {
      HostileLedger.fill(console.ledger);
      HostileLedger.prepared(folder);
      Page page = browser.page(1280, 900, ColorScheme.LIGHT);
      Browser.enter(page, console.console.link(""), Hostile.text(2));
      console.live.begin(Hostile.text(3));
      console.live.at(Hostile.ALL, 3, 10);
      console.live.say(Hostile.ALL);
      page.locator("form[action='/personal'] button").click();
      page.waitForSelector("button.on");
      for (String address : PAGES) {
        page.navigate(console.base() + address);
        page.waitForSelector("#live .units");
        harmless(page, address);
      }
      page.navigate(console.base() + "/mapping");
      for (int row : new int[] {0, 5, 13}) {
        page.locator("#rows tr").nth(row).click();
        page.waitForSelector("#detail h2");
        harmless(page, "detail of row " + row);
      }
      assertThat(page.locator("form.pipeline, form.owners").count()).isEqualTo(2);
      page.navigate(console.base() + "/handoff/view?path=handoff/flow.svg");
      harmless(page, "picture");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void harmless(Page page, String where) {
    assertThat(page.evaluate("window.pwned === undefined")).as(where).isEqualTo(true);
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('*')].filter(element =>
                  [...element.attributes].some(a => /^on/.test(a.name)
                    || (/^(href|src|action)$/.test(a.name) && /^\\s*javascript:/i.test(a.value)))
                  || /^(IFRAME|OBJECT|EMBED|STYLE)$/.test(element.tagName)
                  || (element.tagName === 'SCRIPT' && !element.src)).length
                """))
        .as(where)
        .isEqualTo(0);
  }

  @Test
  void everyPageIsForEverybody() throws IOException {
    List<String> broken = new ArrayList<>();
    try (OpenConsole console =
            OpenConsole.fields(
                folder, "contoh-2026", 60, number -> "Kolom " + number, "Budi Santoso");
        Browser browser = new Browser()) {
      HostileLedger.fill(console.ledger);
      HostileLedger.prepared(folder);
      console.live.begin("extract");
      console.live.at("extract contact", 320, 1200);
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        boolean small = colours == ColorScheme.DARK;
        Page page = browser.page(small ? 360 : 1280, small ? 740 : 900, colours);
        Browser.enter(page, console.console.link(""), "Sari Dewi");
        if (small) {
          page.locator("form[action='/language'] button").click();
          page.waitForSelector("html[lang=id]");
        }
        for (String address : PAGES) {
          page.navigate(console.base() + address);
          page.waitForSelector("#live .units");
          Browser.axe(page).forEach(rule -> broken.add(colours + " " + address + " " + rule));
          String wide = Browser.sideways(page);
          if (!wide.isEmpty()) {
            broken.add(colours + " " + address + " moves sideways: " + wide);
          }
        }
      }
      assertThat(broken).isEmpty();
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
