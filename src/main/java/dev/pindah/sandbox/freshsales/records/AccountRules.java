package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.3. */
final class AccountRules implements Rules {

  private static final int TEXT = 255;
  private static final Pattern WEBSITE =
      Pattern.compile("(?i)(https?://)?[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+(:\\d+)?([/?#]\\S*)?");
  private static final Map<String, String> TEXTS =
      Map.of(
          "name", "Name",
          "address", "Address",
          "city", "City",
          "state", "State",
          "zipcode", "Zipcode",
          "country", "Country",
          "facebook", "Facebook",
          "twitter", "Twitter",
          "linkedin", "LinkedIn");

  private final Account account;
  private final References references;
  private final CustomValues customValues;

  AccountRules(Account account) {
    this.account = account;
    this.references = new References(account);
    this.customValues = new CustomValues(account);
  }

  @Override
  public ObjectNode blank() {
    ObjectNode row = Json.object();
    for (String name :
        List.of(
            "id",
            "name",
            "website",
            "phone",
            "address",
            "city",
            "state",
            "zipcode",
            "country",
            "number_of_employees",
            "annual_revenue",
            "facebook",
            "twitter",
            "linkedin",
            "owner_id",
            "territory_id",
            "industry_type_id",
            "business_type_id",
            "parent_sales_account_id")) {
      row.putNull(name);
    }
    row.putArray("tags");
    return row;
  }

  @Override
  public void take(Draft draft) {
    TEXTS.forEach((name, label) -> draft.text(name, label, TEXT));
    name(draft);
    website(draft);
    Phones.take(draft, "phone");
    number(draft, "number_of_employees");
    number(draft, "annual_revenue");
    references.owner(draft);
    references.fromList(draft, "territory_id", "territories");
    references.fromList(draft, "industry_type_id", "industry_types");
    references.fromList(draft, "business_type_id", "business_types");
    references.take(
        draft,
        "parent_sales_account_id",
        id -> id != draft.id() && account.tables().accounts().exists(id));
    Tags.take(draft, account.setup().tags());
    customValues.take(Kind.ACCOUNT, draft);
  }

  private void name(Draft draft) {
    String name = draft.row().path("name").asString("");
    if (name.isBlank()) {
      if (draft.problems().isEmpty()) {
        draft.problem("Name can't be empty");
      }
    } else if (draft.gives("name") && isTaken(name, draft.id())) {
      draft.problem("Name has already been taken");
    }
  }

  private boolean isTaken(String name, long byOtherThan) {
    return account.behaviours().on("account-name-unique")
        && (account.tables().accounts().ids(Tables.NAME, name.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(id -> id != byOtherThan)
            || isBinned(name));
  }

  private boolean isBinned(String name) {
    return account.behaviours().on("bin-unique")
        && account
            .tables()
            .accounts()
            .allBinned()
            .anyMatch(row -> row.path("name").asString("").equalsIgnoreCase(name));
  }

  private static void website(Draft draft) {
    if (!draft.gives("website")) {
      return;
    }
    String text = draft.given("website").asString("").strip();
    if (text.isEmpty()) {
      draft.row().putNull("website");
    } else if (text.length() > TEXT || !WEBSITE.matcher(text).matches()) {
      draft.problem("website is not in required format");
    } else {
      draft.row().put("website", text);
    }
  }

  private static void number(Draft draft, String name) {
    JsonNode value = draft.given(name);
    if (value.isMissingNode()) {
      return;
    }
    Optional<BigDecimal> number = Scalars.decimal(value);
    if (number.isEmpty()) {
      draft.row().putNull(name);
    } else {
      draft.row().put(name, number.get());
    }
  }
}
