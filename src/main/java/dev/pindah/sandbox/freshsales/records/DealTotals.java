package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.setup.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Open and won deals of a contact or an account: counts as numbers, sums as text. */
final class DealTotals {

  private final Account account;

  DealTotals(Account account) {
    this.account = account;
  }

  void ofContact(ObjectNode shown, long id) {
    add(shown, account.tables().deals().ids(Tables.CONTACT, String.valueOf(id)));
  }

  void ofAccount(ObjectNode shown, long id) {
    add(shown, account.tables().deals().ids(Tables.ACCOUNT, String.valueOf(id)));
    shown.put(
        "child_sales_accounts_count",
        account.tables().accounts().ids(Tables.PARENT, String.valueOf(id)).size());
  }

  private void add(ObjectNode shown, List<Long> deals) {
    int open = 0;
    int won = 0;
    BigDecimal openAmount = BigDecimal.ZERO;
    BigDecimal wonAmount = BigDecimal.ZERO;
    for (long id : deals) {
      Optional<ObjectNode> deal = account.tables().deals().find(id);
      BigDecimal amount = deal.map(DealTotals::amount).orElse(BigDecimal.ZERO);
      Stage.Forecast forecast =
          deal.flatMap(row -> account.setup().pipelines().stage(row.path("deal_stage_id").asLong()))
              .map(Stage::forecast)
              .orElse(Stage.Forecast.LOST);
      switch (forecast) {
        case OPEN -> {
          open++;
          openAmount = openAmount.add(amount);
        }
        case WON -> {
          won++;
          wonAmount = wonAmount.add(amount);
        }
        case LOST -> {}
      }
    }
    shown.put("open_deals_amount", DealMoney.shown(openAmount)).put("open_deals_count", open);
    shown.put("won_deals_amount", DealMoney.shown(wonAmount)).put("won_deals_count", won);
  }

  private static BigDecimal amount(ObjectNode deal) {
    String text = deal.path("base_currency_amount").asString("");
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
