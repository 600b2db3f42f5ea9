package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Account;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A contact; its address members are stored but, unless switched on, not shown. */
final class ContactView implements View {

  static final String ADDRESS = "qontak.contact-address";

  private static final List<String> ADDRESS_MEMBERS =
      List.of("address", "country", "province", "city", "zipcode");

  private final Account account;
  private final Names names;
  private final Switches switches;

  ContactView(Account account, Switches switches) {
    this.account = account;
    this.names = new Names(account);
    this.switches = switches;
  }

  static Switch addressSwitch() {
    return new Switch(ADDRESS, "off", "contacts show address, country, province, city and zipcode");
  }

  @Override
  public ObjectNode detail(ObjectNode row) {
    ObjectNode shown = full(row);
    if (!switches.on(ADDRESS)) {
      shown.remove(ADDRESS_MEMBERS);
    }
    return Names.withoutHidden(shown);
  }

  /** With every member that is stored. */
  ObjectNode full(ObjectNode row) {
    names.user(row, "creator_id", "creator_name");
    names.company(row, "crm_company_id", "crm_company_name");
    Names.list(
        row,
        "crm_deal_ids",
        "crm_deal_name",
        account.relations().dealsOfContact(row.path("id").asLong()),
        account.relations()::dealName);
    return row;
  }
}
