package dev.pindah.sandbox.qontak.files;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Field;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.qontak.seed.Option;
import dev.pindah.sandbox.qontak.seed.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What "Download All" of a list sends by e-mail: labels in the user's language as headings, labels
 * instead of ids, every cell text, money and days as people write them.
 */
final class Downloads {

  private static final int MOST_ROWS = 100_000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private final Account account;

  Downloads(Account account) {
    this.account = account;
  }

  /** One sheet of one object. */
  record Sheet(
      String name, Fields fields, Stream<ObjectNode> rows, UnaryOperator<ObjectNode> names) {}

  void write(Sheet sheet, String language, OutputStream out) throws IOException {
    List<Field> columns =
        sheet.fields().all().stream().filter(field -> !field.label(language).isEmpty()).toList();
    try (Workbook workbook = new Workbook(out, "Qontak", "1.0");
        Stream<ObjectNode> rows = sheet.rows()) {
      Worksheet worksheet = workbook.newWorksheet(sheet.name());
      for (int column = 0; column < columns.size(); column++) {
        worksheet.value(0, column, columns.get(column).label(language));
      }
      int number = 1;
      for (var row = rows.limit(MOST_ROWS).iterator(); row.hasNext(); number++) {
        line(worksheet, number, columns, sheet.names().apply(row.next()));
        if (number % 500 == 0) {
          worksheet.flush();
        }
      }
    }
  }

  private void line(Worksheet worksheet, int number, List<Field> columns, ObjectNode row) {
    for (int column = 0; column < columns.size(); column++) {
      String text =
          columns.get(column).additional()
              ? added(columns.get(column), row)
              : text(columns.get(column), row);
      if (!text.isEmpty()) {
        worksheet.value(number, column, text);
      }
    }
  }

  private static String added(Field field, ObjectNode row) {
    for (JsonNode item : row.path("additional_fields")) {
      if (item.path("id").asLong(0) == field.id()) {
        JsonNode label = item.path("value_name");
        return label.isArray()
            ? String.join(", ", label.valueStream().map(one -> one.asString("")).toList())
            : label.asString(item.path("value").asString(""));
      }
    }
    return "";
  }

  private String text(Field field, ObjectNode row) {
    String value = row.path(field.name()).asString("");
    return switch (field.name()) {
      case "creator_id", "user_id" ->
          account
              .users()
              .find(row.path(field.name()).asLong(0))
              .map(user -> user.name())
              .orElse("");
      case "crm_phones" -> row.path("telephone").asString("");
      case "crm_stage_id" -> row.path("crm_stage_name").asString("");
      case "crm_contact", "crm_person" -> linked(row, "crm_lead_name", "crm_person_full_name");
      case "crm_company" -> linked(row, "crm_company_name", "crm_company_name");
      case "crm_deal" -> row.path("crm_deal_name").asString("");
      case "crm_deal_status_id" -> row.path("crm_deal_status").asString("");
      case "crm_task_attachment" -> row.path("attachment").asString("");
      case "size", "income", "annual_revenue" -> rupiah(value);
      default ->
          field.options().isEmpty()
              ? day(field, value)
              : Option.name(field.options(), row.path(field.name()).asLong(0)).orElse(value);
    };
  }

  private static String linked(ObjectNode row, String list, String single) {
    JsonNode names = row.path(list);
    return names.isArray()
        ? String.join(", ", names.valueStream().map(name -> name.asString("")).toList())
        : row.path(single).asString("");
  }

  private static String rupiah(String amount) {
    if (amount.isBlank()) {
      return "";
    }
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.of("id", "ID"));
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return "Rp " + new DecimalFormat("#,##0.00", symbols).format(new BigDecimal(amount));
  }

  private static String day(Field field, String value) {
    boolean dated = field.type().equals(Field.DATE) || field.type().equals(Field.DATE_TIME);
    Optional<Instant> instant = dated ? Times.parse(value) : Optional.empty();
    return instant.map(at -> DAY.format(at.atOffset(Times.WIB))).orElse(value);
  }
}
