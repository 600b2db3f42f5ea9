package dev.pindah.journey.handoff.whatsapp;

import dev.pindah.model.flow.Remark;
import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.Template.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a template's review is known to stumble over. */
final class LintTemplate {
  static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w{1,40})\\s*}}");

  private static final Pattern ADJACENT = Pattern.compile("}}[\\s,.:;/|_-]*\\{\\{");
  private static final Pattern EDGE =
      Pattern.compile("(?s)^\\s*\\{\\{[^}]*}}.*|.*\\{\\{[^}]*}}\\s*$");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final Pattern SELLS =
      Pattern.compile(
          "(?iu).*\\b(promo\\w*|diskon|gratis|hemat|cashback|voucher|kupon|flash sale|sale|discount|"
              + "offers?|free|deals?|penawaran|beli sekarang|buy now|special price|harga spesial)\\b.*",
          Pattern.DOTALL);
  private static final Pattern PASSCODE =
      Pattern.compile(
          "(?iu).*\\b(otp|kode verifikasi|kode otp|verification code|passcode|one.time)\\b.*",
          Pattern.DOTALL);

  private static final int BODY = 1024;
  private static final int SHORT = 60;
  private static final int BUTTON = 25;
  private static final int BUTTONS = 10;

  private final Template template;
  private final List<Remark> remarks = new ArrayList<>();

  private LintTemplate(Template template) {
    this.template = template;
  }

  static List<Remark> of(Template template) {
    LintTemplate lint = new LintTemplate(template);
    lint.name();
    lint.variables();
    lint.category();
    lint.lengths();
    lint.parts();
    return lint.remarks;
  }

  /** The variables of a text in the order in which they come. */
  static List<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private void name() {
    if (!NAME.matcher(template.name()).matches()) {
      add("name", template.name());
    }
    if (template.language().isEmpty()) {
      add("language");
    }
  }

  private void variables() {
    List<String> used = variables(template.body()).stream().distinct().toList();
    List<String> wanted =
        IntStream.rangeClosed(1, used.size()).mapToObj(Integer::toString).toList();
    boolean numbered = used.stream().allMatch(name -> name.matches("\\d+"));
    if (numbered && !used.equals(wanted)) {
      add("order", String.join(", ", used.stream().map(name -> "{{" + name + "}}").toList()));
    }
    if (ADJACENT.matcher(template.body()).find()) {
      add("adjacent");
    }
    if (EDGE.matcher(template.body()).matches()) {
      add("edge");
    }
    int words = template.body().replaceAll("\\{\\{[^}]*}}", " ").strip().split("\\s+").length;
    if (!used.isEmpty() && words < 2 * used.size() + 1) {
      add("too-many-variables", Integer.toString(used.size()), Integer.toString(words));
    }
    if (variables(template.header().text()).size() > 1) {
      add("header-variables");
    }
    if (!variables(template.footer()).isEmpty()) {
      add("footer-variables");
    }
  }

  private void category() {
    String all = template.header().text() + "\n" + template.body() + "\n" + template.footer();
    boolean sells = SELLS.matcher(all).matches();
    boolean passcode = PASSCODE.matcher(all).matches();
    switch (template.category()) {
      case "UTILITY" -> {
        if (sells) {
          add("utility-sells");
        }
        if (passcode) {
          add("not-authentication", template.category());
        }
      }
      case "MARKETING" -> {
        if (passcode) {
          add("not-authentication", template.category());
        }
      }
      case "AUTHENTICATION" -> {
        if (!passcode || sells) {
          add("authentication-only");
        }
        add("authentication-form");
      }
      default -> add("category", template.category());
    }
  }

  private void lengths() {
    longer("body", template.body(), BODY);
    longer("header", template.header().text(), SHORT);
    longer("footer", template.footer(), SHORT);
    template.buttons().forEach(button -> longer("button", button.text(), BUTTON));
    if (template.body().isBlank()) {
      add("no-body");
    }
  }

  private void longer(String part, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      add("too-long", part, Integer.toString(length), Integer.toString(most));
    }
  }

  private void parts() {
    String format = template.header().format();
    boolean kept = !template.category().equals("AUTHENTICATION");
    if (kept && List.of("IMAGE", "VIDEO", "DOCUMENT").contains(format)) {
      add(template.header().example().isEmpty() ? "no-sample-file" : "sample-file");
    }
    for (Button button : template.buttons()) {
      if (button.type().equals("URL")) {
        List<String> variables = variables(button.value());
        if (variables.size() > 1 || (variables.size() == 1 && !button.value().endsWith("}}"))) {
          add("url-variable", button.text());
        }
        if (button.value().matches("(?i)https?://(wa\\.me|api\\.whatsapp\\.com|bit\\.ly)/.*")) {
          add("url-shortened", button.text());
        }
      }
    }
    if (template.buttons().size() > BUTTONS) {
      add("too-many-buttons", Integer.toString(template.buttons().size()));
    }
  }

  private void add(String code, String... arguments) {
    Remark remark = Remark.of(code, arguments);
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }
}
