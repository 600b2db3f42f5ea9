package dev.pindah.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.ledger.Decisions;
import dev.pindah.ledger.Mappings;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred fields, decided without touching the mouse. */
class MappingDeskTest {
  private static final int FIELDS = 500;

  /**
   * Milliseconds for half of the actions on a machine that does much else; bench/ has the truth.
   */
  private static final int AT_MOST = 400;

  private final Path folder;
  private final Browser browser = new Browser();
  private final OpenConsole console;

  MappingDeskTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.console =
        OpenConsole.fields(
            folder, "keys", FIELDS, number -> "Kolom aneh " + number, "Budi Santoso");
  }

  @AfterEach
  void close() {
    browser.close();
    console.close();
  }

  private Mapping file() throws IOException {
    return MappingReader.read(Files.readString(folder.resolve("mapping.yaml")), new Problems())
        .orElseThrow();
  }

  private FieldRule rule(String field) throws IOException {
    return file().objects().stream()
        .flatMap(object -> object.field(field).stream())
        .findFirst()
        .orElseThrow();
  }

  private static long left(Page page) {
    return Long.parseLong(
        page.locator(".filter [data-count=review]").textContent().replaceAll("\\D", ""));
  }

  private static void settled(Page page, String version) {
    page.waitForFunction("before => document.getElementById('hash').value !== before", version);
  }

  private static String press(Page page, String key) {
    String before = page.locator("#hash").inputValue();
    page.keyboard().press(key);
    settled(page, before);
    return page.locator("#rows").getAttribute("data-took");
  }

  @Test
  void decidesFromTheKeyboardAndConfirms() throws IOException {
    Page page = browser.page(1280, 900, ColorScheme.LIGHT);
    Browser.enter(page, console.console.link(""), "Sari Dewi");
    long began = System.nanoTime();
    page.navigate(console.base() + "/mapping");
    page.waitForSelector("#rows tr[aria-selected]");
    System.out.printf(
        "mapping page of %d fields: %d ms%n", FIELDS, (System.nanoTime() - began) / 1_000_000);
    assertThat(page.locator("#rows tr").count()).isGreaterThanOrEqualTo(FIELDS);
    long undecided = left(page);
    assertThat(undecided).isGreaterThan(10);

    List<Integer> took = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (String key : List.of("d", "x", "c")) {
        page.keyboard().press("n");
        took.add(Integer.parseInt(press(page, key)));
      }
    }
    assertThat(left(page)).isEqualTo(undecided - 12);
    took.add(Integer.parseInt(press(page, "u")));
    assertThat(left(page)).isEqualTo(undecided - 11);
    System.out.println("milliseconds per action: " + took);
    assertThat(took.stream().sorted().toList().get(took.size() / 2))
        .as("half of %s", took)
        .isLessThan(AT_MOST);

    // Search, then choose a target by name.
    page.keyboard().press("/");
    page.keyboard().type("field_77");
    page.keyboard().press("Enter");
    assertThat(page.locator("#rows tr:visible").count()).isEqualTo(1);
    page.keyboard().press("t");
    page.waitForSelector("#choose:focus");
    String before = page.locator("#hash").inputValue();
    page.keyboard().type("cf_7");
    page.keyboard().press("Enter");
    settled(page, before);
    assertThat(rule("field_77").decision()).isEqualTo(Decision.ACCEPT);

    // Customers' values are masked until somebody asks, and that is a decision.
    assertThat(page.locator("#detail .chips").first().textContent()).contains("B••• S••••••");
    page.locator("form[action='/personal'] button").click();
    page.waitForSelector("button.on");
    page.locator("#rows tr").nth(5).click();
    page.waitForSelector("#detail .chips");
    assertThat(page.locator("#detail .chips").first().textContent()).contains("Budi Santoso");
    Optional<Decisions.Decision> shown =
        console.ledger.read(tables -> tables.decisions().latest("console"));
    assertThat(shown.orElseThrow().kind()).isEqualTo("personal-data-shown");
    assertThat(shown.orElseThrow().by()).isEqualTo("Sari Dewi");

    // A target that is taken is refused, and the file stays whole.
    page.locator("#rows tr[data-field=field_78]").click();
    page.waitForSelector("#choose");
    page.locator("#choose").fill("cf_7");
    page.locator("#choose").press("Enter");
    page.waitForSelector("#toast:visible");
    assertThat(rule("field_78").target()).isNotEqualTo("cf_7");

    routes(page);

    assertThat(page.locator("#confirm-button").isDisabled()).isTrue();
    decideTheRest(page);
    page.locator("#confirm-button").click();
    page.waitForSelector("#confirmed.done");
    Optional<Mappings.Confirmed> confirmed =
        console.ledger.read(tables -> tables.mappings().latest());
    assertThat(confirmed.orElseThrow().by()).isEqualTo("Sari Dewi");

    // Any later edit opens the gate again.
    page.waitForSelector("#rows tr[aria-selected]");
    page.locator("#rows tr").first().focus();
    press(page, "d");
    assertThat(page.locator("#confirmed").getAttribute("class")).contains("waiting");
    assertThat(browser.complaints())
        .allMatch(complaint -> complaint.contains("422"), "only the refused target");
  }

  /** Pipelines, stages and owners; what people wrote into the file stays. */
  private void routes(Page page) throws IOException {
    Path yaml = folder.resolve("mapping.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("pipelines:", "# asked the sales team\npipelines:"));
    page.reload();
    page.locator("form.pipeline input[name=to]").first().fill("Prospek hangat");
    page.locator("form.pipeline button").click();
    page.waitForURL(url -> url.endsWith("#pipelines"));
    assertThat(page.locator("form.pipeline .badge").first().getAttribute("class"))
        .contains("waiting");
    page.locator("form.owners input[name=to]").first().fill("nobody@acme.test");
    assertThat(page.locator("form.owners input[name=to]").nth(1).inputValue())
        .isEqualTo("budi@contoh.test");
    page.locator("form.owners button").click();
    page.waitForSelector("text=Kolom aneh 3");
    assertThat(file().owners().getFirst().placeholder()).isTrue();
    page.navigate(console.base() + "/mapping");
    page.locator("form.owners input[name=to]").first().fill("sari@acme.test");
    page.locator("form.owners button").click();
    page.waitForURL(url -> url.endsWith("#owners"));
    Mapping now = file();
    assertThat(now.pipelines().getFirst().stages().getFirst().to()).isEqualTo("Prospek hangat");
    assertThat(now.owners().getFirst().to()).isEqualTo("sari@acme.test");
    assertThat(rule("field_77").decision()).isEqualTo(Decision.ACCEPT);
    assertThat(Files.readString(yaml)).contains("# asked the sales team");
  }

  /** As somebody would with an editor, beside the page. */
  private void decideTheRest(Page page) throws IOException {
    Path yaml = folder.resolve("mapping.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("decision: review", "decision: document"));
    page.reload();
    assertThat(left(page)).isZero();
  }
}
