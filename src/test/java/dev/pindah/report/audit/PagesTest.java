package dev.pindah.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Chat;
import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.Count;
import dev.pindah.model.audit.Count.Basis;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.audit.Facts.Shares;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.FieldFacts.Personal;
import dev.pindah.model.audit.FlowFacts;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.audit.Loss;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.PlanAdvice;
import dev.pindah.model.audit.Question;
import dev.pindah.model.audit.Trap;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.offer.Effort;
import dev.pindah.model.offer.Estimate;
import dev.pindah.model.offer.Quote;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages carry what customers wrote as text, and load nothing from anywhere. */
class PagesTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"' & {{x}}";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostileTextStaysText(Language language) {
    Words words = Words.of(language);
    for (String page :
        List.of(
            AuditPage.page(HOSTILE, audit(), ZoneOffset.UTC, words),
            EstimatePage.page(estimate(), words),
            QuotePage.page(estimate(), words))) {
      assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
      assertThat(page).doesNotContain("http://", "https://", "src=", "@import", "url(");
      assertThat(page).contains("lang=\"" + language.code() + "\"");
    }
  }

  @Test
  void theQuoteIsAReadablePdf() throws IOException {
    Path file = folder.resolve("quote.pdf");
    QuotePage.pdf(file, estimate(), Words.of(Language.EN));
    try (var pdf = Loader.loadPDF(Files.readAllBytes(file))) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("Quote Q-1", "18,870,000", "PPN 11 %", "2026-10-09");
      assertThat(text).contains("There is no fee per record", "<script>");
    }
  }

  private static Audit audit() {
    Facts facts =
        new Facts(
            Instant.parse("2026-10-09T03:00:00Z"),
            false,
            Map.of(ObjectName.CONTACT, new Count(Range.of(1, 2, 3), Basis.SAMPLED)),
            Map.of(ObjectName.CONTACT, 2L),
            List.of(new Issue("duplicate-email", "contact", 1, 2, List.of(HOSTILE))),
            new Chat(Map.of(HOSTILE, 1L), Map.of(), Map.of(), 1, 1, 1),
            Map.of("room", HOSTILE),
            new Shares(Range.ZERO, Range.ZERO, Range.ZERO, Range.ZERO, Range.ZERO),
            2,
            Set.of());
    Inventory account =
        new Inventory(Product.QONTAK, Instant.EPOCH, List.of(), List.of(), List.of(), List.of());
    return new Audit(
        facts,
        account,
        account,
        List.of(
            new FieldFacts(
                "contact",
                HOSTILE,
                HOSTILE,
                FieldType.DROPDOWN,
                true,
                0.5,
                1,
                1,
                List.of(HOSTILE),
                List.of(HOSTILE),
                true,
                Personal.POSSIBLE,
                true)),
        1,
        List.of(new OwnerMatch("1", HOSTILE, HOSTILE, HOSTILE, true, HOSTILE)),
        List.of(),
        List.of(new Compatibility("O1", HOSTILE, "", "1:1", "full", "1", "")),
        List.of(new Trap("t", "pair", HOSTILE, Trap.State.ASKED, HOSTILE, HOSTILE)),
        List.of(new Loss("c", "contact", HOSTILE, Range.exactly(1), HOSTILE)),
        new PlanAdvice(
            List.of(HOSTILE),
            Plan.PRO,
            List.of(new PlanAdvice.Fit(Plan.FREE, true, List.of(HOSTILE), Range.ZERO))),
        grade(),
        List.of(new Question("q", HOSTILE, "number", HOSTILE, HOSTILE)),
        List.of(new FlowFacts(HOSTILE, 5, List.of(HOSTILE), List.of(HOSTILE), 1, HOSTILE)),
        forecast());
  }

  private static Forecast forecast() {
    return Forecast.of(volumes(), terms());
  }

  private static Volumes volumes() {
    return Volumes.of(Map.of(ObjectName.CONTACT, Range.exactly(100)), Map.of());
  }

  private static Terms terms() {
    return new Terms(Range.exactly(2), Plan.PRO, 0.9, true, false, Set.of(), Set.of(), 1);
  }

  private static Grade grade() {
    return new Grade(
        'B',
        71.2,
        List.of(new Grade.Factor("quality", 15, -1, List.of(HOSTILE))),
        List.of(new Grade.Change(HOSTILE, 90, 'A')));
  }

  private static Estimate estimate() {
    return new Estimate(
        HOSTILE,
        volumes(),
        terms(),
        forecast(),
        grade(),
        new Effort(List.of(new Effort.Piece("start", Range.exactly(1), 480))),
        new Quote(
            "Q-1",
            HOSTILE,
            LocalDate.of(2026, 10, 9),
            LocalDate.of(2026, 11, 8),
            List.of("crm", "qontak"),
            100,
            false,
            "IDR",
            BigDecimal.ONE,
            List.of(new Quote.Line("migration", new BigDecimal("17000000"))),
            new BigDecimal("17000000"),
            "PPN",
            new BigDecimal("11"),
            new BigDecimal("1870000"),
            new BigDecimal("18870000")),
        List.of(HOSTILE),
        Optional.empty());
  }
}
