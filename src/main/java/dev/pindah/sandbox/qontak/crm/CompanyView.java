package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Account;
import tools.jackson.databind.node.ObjectNode;

/** A company with its people and deals. */
final class CompanyView implements View {

  private final Account account;
  private final Names names;

  CompanyView(Account account) {
    this.account = account;
    this.names = new Names(account);
  }

  @Override
  public ObjectNode detail(ObjectNode row) {
    long id = row.path("id").asLong();
    names.user(row, "creator_id", "creator_name");
    Names.list(
        row,
        "crm_deal_ids",
        "crm_deal_name",
        account.relations().dealsOfCompany(id),
        account.relations()::dealName);
    Names.list(
        row,
        "crm_person_ids",
        "crm_person_name",
        account.relations().contactsOfCompany(id),
        account.relations()::contactName);
    return Names.withoutHidden(row);
  }
}
