package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Json;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts: a name that nobody else has. */
final class AccountRules implements Rules {
  private static final int NAME_MAX = 255;
  private static final Pattern WEBSITE =
      Pattern.compile("(https?://)?[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+(:\\d+)?([/?#]\\S*)?");

  private final Account account;
  private final Attributes attributes;
  private final CustomValues custom;

  AccountRules(Account account) {
    this.account = account;
    References references = new References(account.selectors());
    this.custom = new CustomValues(account.fields(), Module.SALES_ACCOUNTS, account.switchValues());
    this.attributes =
        new Attributes()
            .with(Attributes::phone, "phone")
            .with(AccountRules::website, "website")
            .with(
                Attributes::text,
                "address",
                "city",
                "state",
                "zipcode",
                "country",
                "facebook",
                "twitter",
                "linkedin")
            .with(Attributes::number, "number_of_employees", "annual_revenue")
            .with(references.strict(Selectors.OWNERS, "Sales owner doesn't exist"), "owner_id")
            .with(references.of("territories"), "territory_id")
            .with(references.of("industry_types"), "industry_type_id")
            .with(references.of("business_types"), "business_type_id")
            .with(this::parent, "parent_sales_account_id")
            .with(Attributes::tags, "tags");
  }

  static Stream<String> keys(ObjectNode row) {
    return Stream.of(key(row.path("name").asString("")));
  }

  static String key(String name) {
    return "name " + name.toLowerCase(Locale.ROOT);
  }

  @Override
  public ObjectNode blank() {
    long id = account.id();
    ObjectNode row = Json.object().put("id", id).putNull("name");
    for (String name : attributes.names()) {
      row.putNull(name);
    }
    row.put("owner_id", Selectors.KEY_OWNER);
    row.put("open_deals_amount", "0.0").put("open_deals_count", 0);
    row.put("won_deals_amount", "0.0").put("won_deals_count", 0);
    row.set("links", Account.links(Module.SALES_ACCOUNTS, id));
    row.set("custom_field", CustomValues.blank(account.fields(), Module.SALES_ACCOUNTS));
    row.putArray("tags");
    row.put("is_deleted", false).put("has_connections", false);
    row.put("child_sales_accounts_count", 0);
    row.put("creater_id", Selectors.KEY_OWNER);
    return row;
  }

  @Override
  public void apply(ObjectNode row, JsonNode body, boolean create) {
    if (create || body.has("name")) {
      name(row, body.path("name").asString("").strip());
    }
    attributes.apply(row, body);
    custom.apply(row, body);
  }

  private void name(ObjectNode row, String name) {
    if (name.isEmpty()) {
      throw FreshsalesErrors.invalid("Name can't be empty");
    }
    if (name.length() > NAME_MAX) {
      throw FreshsalesErrors.invalid("Name is not in required length");
    }
    boolean taken = account.table(Module.SALES_ACCOUNTS).taken(key(name), row.path("id").asLong());
    if (taken && account.switchValues().on(Account.NAME_UNIQUE)) {
      throw FreshsalesErrors.invalid("Name has already been taken");
    }
    row.put("name", name);
  }

  private static void website(ObjectNode row, String name, JsonNode value) {
    String text = value.asString("").strip();
    if (text.isEmpty()) {
      row.putNull(name);
    } else if (WEBSITE.matcher(text).matches()) {
      row.put(name, text);
    } else {
      throw FreshsalesErrors.invalid("website is not in required format");
    }
  }

  private void parent(ObjectNode row, String name, JsonNode value) {
    long id = References.id(value);
    boolean known =
        id != row.path("id").asLong() && account.table(Module.SALES_ACCOUNTS).live(id).isPresent();
    if (known) {
      row.put(name, id);
    } else {
      row.putNull(name);
    }
  }

  @Override
  public void stored(ObjectNode row) {}
}
