package dev.pindah.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The diagrams as a browser draws them, kept as pictures. The layout knows how wide text is only
 * from its own measure; here the font of a machine has its say.
 */
class FlowPicturesTest {
  private static final Path GIVEN = Path.of("src/test/resources/dev/pindah/handoff/expected");

  /** What does not fit, in words. */
  private static final String MISFITS =
      """
      () => {
        const svg = document.querySelector('svg');
        const all = s => [...svg.querySelectorAll(s)];
        const place = e => e.getBoundingClientRect();
        const says = e => (e.textContent || '').trim().slice(0, 40);
        const sheet = place(svg);
        const within = (a, b, slack) => a.left >= b.left - slack && a.right <= b.right + slack
          && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const found = [];
        all('text, rect').forEach(e => {
          if (!within(place(e), sheet, 0.5)) found.push('outside the sheet: ' + says(e));
        });
        const boxes = all('rect.box').map(e => ({ at: place(e), group: e.parentNode }));
        boxes.forEach((one, n) => {
          boxes.slice(0, n).forEach(other => {
            if (meet(one.at, other.at)) found.push('on another box: ' + says(one.group));
          });
          one.group.querySelectorAll('text:not(.bang)').forEach(text => {
            if (!within(place(text), one.at, 1)) found.push('out of its box: ' + says(text));
          });
        });
        const labels = all('rect.label').map(e => ({ at: place(e), group: e.parentNode }));
        labels.forEach((one, n) => {
          boxes.forEach(box => {
            if (meet(one.at, box.at)) found.push('a label on a box: ' + says(one.group));
          });
          labels.slice(0, n).forEach(other => {
            if (meet(one.at, other.at)) found.push('on another label: ' + says(one.group));
          });
          one.group.querySelectorAll('text').forEach(text => {
            if (!within(place(text), one.at, 4)) found.push('out of its label: ' + says(text));
          });
        });
        return found;
      }
      """;

  @Test
  void everyTextHasItsPlace() {
    try (Browser browser = new Browser()) {
      Page page = browser.page(1280, 900, ColorScheme.LIGHT);
      for (int steps : List.of(5, 30, 120)) {
        String name = "flow-" + steps;
        page.navigate(GIVEN.resolve(name + ".svg").toAbsolutePath().toUri().toString());
        Locator svg = page.locator("svg");
        svg.screenshot(
            new Locator.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat(page.locator("rect.box").count()).isGreaterThan(steps);
        assertThat((List<?>) page.evaluate(MISFITS)).as(name).isEmpty();
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
