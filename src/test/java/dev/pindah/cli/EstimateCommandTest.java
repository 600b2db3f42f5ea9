package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts that are typed in need no workspace. */
@Isolated("it captures standard output")
class EstimateCommandTest {
  @TempDir Path folder;

  @Test
  void typedCountsGiveCallsHoursAndAPrice() {
    JsonNode json =
        json(0, "--contacts", "20000", "--companies", "4000", "--deals", "5000", "--for", "PT A");
    assertThat(json.path("records").asLong()).isEqualTo(29_000);
    assertThat(json.path("stages").findValuesAsString("stage"))
        .containsExactly("discover", "prepare", "extract", "load", "reconcile", "cutover");
    assertThat(json.path("hours").path("likely").asDouble()).isGreaterThan(20);
    assertThat(json.path("quote").path("customer").asString()).isEqualTo("PT A");
    assertThat(json.path("quote").path("scopedIndividually").asBoolean()).isFalse();
    assertThat(json.path("personDays").path("likely").asDouble()).isPositive();
    assertThat(json.path("assumptions").toString()).contains("none of what was not typed");
  }

  @Test
  void aLargerPlanIsFasterAndAHugeAccountIsScopedIndividually() {
    JsonNode growth = json(0, "--deals", "10000");
    JsonNode enterprise = json(0, "--deals", "10000", "--plan", "enterprise", "--rate", "10/s");
    assertThat(enterprise.path("hours").path("likely").asDouble())
        .isLessThan(growth.path("hours").path("likely").asDouble() / 3);
    assertThat(
            json(0, "--contacts", "2000001").path("quote").path("scopedIndividually").asBoolean())
        .isTrue();
  }

  @Test
  void wrongUsageIsSaidAtOnceAndEndsWithTwo() {
    JsonNode error =
        json(
            2,
            "--contacts",
            "-1",
            "--budget-share",
            "2",
            "--rate",
            "fast",
            "--quote",
            "quote.doc",
            "--currency",
            "rp");
    assertThat(error.path("error").path("message").asString())
        .contains("--contacts", "--budget-share", "--rate", "--quote", "--currency");
    assertThat(json(2).path("error").path("message").asString()).contains("--contacts 20000");
    assertThat(json(2, "--contacts", "10", "--currency", "XAU").path("error").toString())
        .contains("no rate for XAU");
  }

  @Test
  void writesTheSheetOfThePairAndTheQuote() throws IOException {
    Path sheet = folder.resolve("pair.html");
    json(0, "--pair-sheet", sheet.toString());
    assertThat(sheet)
        .content()
        .contains("Mekari Qontak", "5 of 8", "Grade B", "Freddy AI", "630")
        .doesNotContain("<script", "src=");
    Path quote = folder.resolve("offers/quote.html");
    JsonNode json = json(0, "--contacts", "500", "--quote", quote.toString(), "--currency", "USD");
    assertThat(json.path("files").toString()).contains("quote.html");
    assertThat(quote).content().contains("There is no fee per record", "Total, USD");
  }

  @Test
  void aPriceListOfOnesOwnCounts() throws IOException {
    json(0, "--write-pricing");
    Path own = folder.resolve("pricing.yaml");
    Files.writeString(own, Files.readString(own).replace("price: 17000000", "price: 1000000"));
    assertThat(json(0, "--contacts", "100").path("quote").path("net").asLong())
        .isEqualTo(1_000_000);
    Files.writeString(own, "currency: IDR\nper-record: 5\n");
    assertThat(json(2, "--contacts", "100").path("error").path("message").asString())
        .contains("unknown key 'per-record'", "'prices' is missing");
  }

  private JsonNode json(int code, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("--workspace", folder.toString(), "--output", "json", "estimate"));
    arguments.addAll(List.of(options));
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run(arguments.toArray(String[]::new))).isEqualTo(code);
    } finally {
      System.setOut(before);
    }
    return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
  }
}
