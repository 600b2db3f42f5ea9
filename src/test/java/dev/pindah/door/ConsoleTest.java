package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.pindah.console.Browser;
import dev.pindah.console.web.Screen;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole migration by somebody who never opens a terminal, and taken back again. */
class ConsoleTest {
  @TempDir Path folder = Path.of("");

  @Test
  void theWholeJourneyInTheBrowser() throws IOException, SQLException {
    try (Rehearsal rehearsal = Rehearsal.start(folder);
        Browser browser = new Browser()) {
      othersNeedAFlagAndAPassword(rehearsal.program);
      Program.Running program =
          rehearsal.program.start(
              "--output", "json", "console", "--port", "0", "--by", "Sari Dewi");
      try {
        String link = link(program);
        Page page = browser.page(1280, 900, ColorScheme.LIGHT);
        Browser.enter(page, link, "Sari Dewi");
        besides(rehearsal.program);
        String base = link.substring(0, link.indexOf("/enter"));
        int before = rehearsal.state("freshsales", "contacts").size();

        assertThat(wish(page, base + "/", "discover")).isEqualTo("done");
        assertThat(wish(page, base + "/", "estimate")).isEqualTo("done");
        assertThat(wish(page, base + "/mapping", "propose")).isEqualTo("done");
        map(page, base);
        prepare(rehearsal, page, base);
        rehearsal.automations(false);
        gate(page, base, "automation-off");
        gate(page, base, "sample-accepted");
        carryOver(rehearsal.program, page, base);
        look(browser, page, link, base);
        takeBack(page, base);
        assertThat(rehearsal.state("freshsales", "contacts")).hasSize(before);
        page.navigate(base + "/decisions");
        assertThat(page.locator("main p.badge").getAttribute("class")).contains("done");
        assertThat(browser.complaints()).isEmpty();
      } finally {
        program.kill();
      }
    }
  }

  /** The address that the program prints once it listens. */
  private static String link(Program.Running program) throws IOException {
    while (!program.ended(100)) {
      String out = Files.readString(program.out());
      if (out.contains("}")) {
        return Json.parse(out).path("url").asString();
      }
    }
    throw new AssertionError(Files.readString(program.err()));
  }

  /** Presses a button and waits until it was carried out; answers how it ended. */
  private static String wish(Page page, String where, String wish) {
    page.navigate(where);
    String before = page.locator("#live .live").getAttribute("data-number");
    page.locator("form:has(input[name=wish][value=" + wish + "]) button").first().click();
    return ended(page, before);
  }

  private static String ended(Page page, String before) {
    page.waitForSelector(
        "#live .live.idle:not([data-number=\""
            + before
            + "\"]):not([data-state=asked]):not([data-state=running])",
        new Page.WaitForSelectorOptions().setTimeout(120_000));
    return page.locator("#live .live").getAttribute("data-state");
  }

  private void map(Page page, String base) throws IOException {
    page.navigate(base + "/mapping");
    page.locator("form[action='/mapping/accept-best'] button").click();
    page.waitForSelector("#rows tr[aria-selected]");
    page.locator(".filter.create").click();
    page.locator("#rows tr:visible").first().focus();
    for (String key : List.of("d", "u", "x", "u")) {
      String hash = page.locator("#hash").inputValue();
      page.keyboard().press(key);
      page.waitForFunction("old => document.getElementById('hash').value !== old", hash);
    }
    page.keyboard().press("Enter");
    page.waitForSelector("#detail h3");
    Browser.shoot(page, "mapping");
    Path yaml = folder.resolve("mapping.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("decision: review", "decision: document"));
    page.reload();
    page.locator("#confirm-button").click();
    page.waitForSelector("#confirmed.done");
  }

  private void prepare(Rehearsal rehearsal, Page page, String base) throws SQLException {
    assertThat(wish(page, base + "/prepare", "prepare")).isEqualTo("waiting");
    page.navigate(base + "/prepare");
    Browser.shoot(page, "prepare-list");
    assertThat(page.locator(".todo > li").count()).isGreaterThan(3);
    rehearsal.make(answer("prepare").path("toDo"));
    String state = wish(page, base + "/prepare", "prepare");
    for (int check = 0; state.equals("waiting") && check < 5; check++) {
      page.navigate(base + "/prepare");
      String before = page.locator("#live .live").getAttribute("data-number");
      page.locator("#checks ~ ul details summary").first().click();
      page.locator("#checks ~ ul input[name=reason]").first().fill("a rehearsal");
      page.locator("#checks ~ ul form button").first().click();
      state = ended(page, before);
    }
    assertThat(state).isEqualTo("done");
  }

  private JsonNode answer(String wish) throws SQLException {
    try (Connection ledger =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pindah.db"));
        Statement statement = ledger.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT answer FROM request WHERE wish = '"
                    + wish
                    + "' ORDER BY number DESC LIMIT 1")) {
      return Json.parse(row.getString("answer"));
    }
  }

  private static void gate(Page page, String base, String id) {
    page.navigate(base + "/");
    page.locator("main > details > summary").click();
    var gate = page.locator("main > details li:has(input[value=" + id + "])");
    gate.locator("summary").click();
    gate.locator("input[name=reason]").fill("a rehearsal");
    gate.locator("button").click();
    page.waitForSelector(
        "main > details li.passed:has(code:text-is('"
            + id
            + "')), main > details li.waived:has(code:text-is('"
            + id
            + "'))",
        new Page.WaitForSelectorOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  private static void othersNeedAFlagAndAPassword(Program program) {
    Program.Result open = program.run("console", "--port", "0", "--bind", "0.0.0.0");
    assertThat(open.code()).isEqualTo(2);
    assertThat(open.err()).contains("--allow-remote");
    Program.Result bare =
        program.run("console", "--port", "0", "--bind", "0.0.0.0", "--allow-remote");
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("PINDAH_CONSOLE_PASSWORD");
  }

  /** A console that carries nothing out is in nobody's way, but there is one only. */
  private static void besides(Program program) {
    assertThat(program.run("status").code()).isZero();
    assertThat(program.run("console", "--port", "0").code()).isEqualTo(2);
  }

  private static void carryOver(Program program, Page page, String base) {
    page.navigate(base + "/run");
    String before = page.locator("#live .live").getAttribute("data-number");
    page.locator("form:has(input[name=wish][value=extract]) button").click();
    page.locator("#live form[action='/pause'] button").click();
    page.waitForSelector("#live form[action='/resume']");
    Browser.shoot(page, "run-paused");
    assertThat(program.run("status").code()).as("one process at a time").isEqualTo(2);
    page.locator("#live form[action='/resume'] button").click();
    assertThat(ended(page, before)).isIn("done", "incomplete");
    page.navigate(base + "/mapping");
    assertThat(page.locator("#as-contacts").textContent()).matches("[1-9].*");
    String state = wish(page, base + "/run", "run");
    if (state.equals("waiting")) {
      gate(page, base, "validation");
      state = wish(page, base + "/run", "run");
    }
    assertThat(state).isIn("done", "incomplete");
  }

  /** Every page with a real migration on it, kept as a picture. */
  private static void look(Browser browser, Page page, String link, String base) {
    page.navigate(base + "/people");
    page.locator("input[name=name]").last().fill("Budi");
    page.locator("form[action='/invite'] button").click();
    String other = page.locator("main .card code").textContent();
    assertThat(other).startsWith(base).isNotEqualTo(link);
    Page small = browser.page(360, 740, ColorScheme.DARK);
    Browser.enter(small, other, "Budi");
    assertThat(small.locator("a.who").textContent()).isEqualTo("Budi");
    for (String name : Screen.PAGES) {
      String address = base + "/" + (name.equals("overview") ? "" : name);
      page.navigate(address);
      small.navigate(address);
      Browser.shoot(page, name + (name.equals("mapping") ? "-confirmed" : ""));
      Browser.shoot(small, name + "-small-dark");
    }
    page.navigate(base + "/reconcile");
    assertThat(page.locator(".rung").count()).isGreaterThan(5);
    assertThat(page.locator(".months rect").count()).isPositive();
    page.navigate(base + "/sample");
    assertThat(page.locator("table.side tbody tr").count()).isPositive();
    page.locator("button[value=right]").click();
    page.waitForURL(url -> url.contains("n=1"));
    Browser.shoot(page, "sample-next");
  }

  private static void takeBack(Page page, String base) {
    assertThat(wish(page, base + "/rollback", "rollback-look")).isIn("done", "incomplete");
    page.navigate(base + "/rollback");
    Browser.shoot(page, "rollback-numbers");
    String before = page.locator("#live .live").getAttribute("data-number");
    page.locator("input[name=typed]").fill("rehearsal");
    page.locator("form.danger button").click();
    assertThat(ended(page, before)).isIn("done", "incomplete");
  }
}
