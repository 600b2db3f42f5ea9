package dev.pindah.journey.handoff.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.flow.Remark;
import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.Template.Button;
import dev.pindah.model.kit.Template.Header;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Meta's rule, what reviews stumble over, and the calls that register templates again. */
class TemplatesTest {
  @ParameterizedTest
  @CsvSource({
    "APPROVED, GREEN, copied, green",
    "APPROVED, YELLOW, resubmit, not-green",
    "APPROVED, '', resubmit, unknown",
    "PENDING, GREEN, resubmit, undecided",
    "IN_APPEAL, '', resubmit, undecided",
    "PENDING_DELETION, '', resubmit, deleted",
    "DELETED, '', resubmit, deleted",
    "REJECTED, GREEN, blocked, rejected",
    "DISABLED, '', blocked, disabled",
    "SOMETHING, GREEN, resubmit, status-unknown"
  })
  void theRuleIsMetas(String status, String quality, String triage, String reason) {
    var triaged =
        Triage.of(
            template("UTILITY", status, quality, "Pesanan {{1}} sudah dikirim hari ini"),
            List.of(),
            "{}");
    assertThat(triaged.triage().wire() + " " + triaged.reason()).isEqualTo(triage + " " + reason);
    assertThat(triaged.payload().isEmpty()).isEqualTo(triage.equals("blocked"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTILITY|Pesanan {{1}} dikirim ke {{2}} hari ini, terima kasih.|",
        "UTILITY|Pesanan {{2}} dikirim ke {{1}} hari ini, terima kasih.|order",
        "UTILITY|Pesanan {{1}} dikirim ke {{3}} hari ini, terima kasih.|order",
        "UTILITY|Nomor pesanan Anda adalah {{1}} {{2}} dan sudah kami kirim.|adjacent",
        "UTILITY|{{1}} sudah kami kirim hari ini.|edge",
        "UTILITY|Halo pelanggan, pesanan dikirim oleh {{1}}|edge",
        "UTILITY|Halo {{1}}, ada promo diskon besar hari ini.|utility-sells",
        "UTILITY|Kode verifikasi Anda adalah {{1}} dan rahasia.|not-authentication",
        "MARKETING|Halo {{1}}, ada promo diskon besar hari ini.|",
        "UTILITY|Ya {{1}} di {{2}} ok.|too-many-variables"
      })
  void remarksNameWhatAReviewStumblesOver(String category, String body, String remark) {
    List<String> codes =
        LintTemplate.of(template(category, "APPROVED", "", body)).stream()
            .map(Remark::code)
            .toList();
    if (remark == null) {
      assertThat(codes).isEmpty();
    } else {
      assertThat(codes).contains(remark);
    }
  }

  @Test
  void thePayloadIsWhatMetasCallTakes() {
    Template template =
        new Template(
            "1",
            "promo_januari",
            "id",
            "MARKETING",
            "APPROVED",
            "",
            "Neutral",
            new Header("IMAGE", "", "https://cdn.example/x.jpg"),
            "Halo {{1}}, ada promo \"besar\" untuk {{2}}!",
            "Balas STOP",
            List.of(
                new Button("URL", "Lihat", "https://contoh.example/{{1}}"),
                new Button("PHONE_NUMBER", "Telepon", "+628"),
                new Button("QUICK_REPLY", "Tidak", "")),
            Map.of("1", "full_name"),
            3);
    JsonNode payload = JsonMapper.shared().readTree(Registration.payload(template));
    assertThat(payload.path("components").findValuesAsString("type"))
        .containsExactly(
            "HEADER", "BODY", "FOOTER", "BUTTONS", "URL", "PHONE_NUMBER", "QUICK_REPLY");
    JsonNode body = payload.path("components").get(1);
    assertThat(body.path("text").asString()).isEqualTo(template.body());
    assertThat(body.path("example").path("body_text").toString())
        .isEqualTo("[[\"Budi Contoh\",\"contoh 2\"]]");
    assertThat(payload.toString())
        .contains(Registration.HANDLE, "\"example\":[\"https://contoh.example/contoh\"]");
    assertThat(Registration.payload(template("AUTHENTICATION", "APPROVED", "", "Kode {{1}}")))
        .contains("add_security_recommendation", "COPY_CODE")
        .doesNotContain("Kode");
  }

  private static Template template(String category, String status, String quality, String body) {
    return new Template(
        "1",
        "pesanan",
        "id",
        category,
        status,
        quality,
        "",
        new Header("", "", ""),
        body,
        "",
        List.of(),
        Map.of(),
        0);
  }
}
