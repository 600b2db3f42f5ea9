package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.setup.Currencies;
import dev.pindah.sandbox.freshsales.setup.Currencies.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Amounts of a deal: kept exactly, shown as text with at least one decimal. */
final class DealMoney {

  private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Currencies currencies;

  DealMoney(Account account) {
    this.currencies = account.setup().currencies();
  }

  void take(Draft draft, boolean required) {
    ObjectNode row = draft.row();
    JsonNode given = draft.given("amount");
    if (given.isMissingNode() || given.isNull()) {
      if (draft.creating() && required) {
        draft.problem("Deal amount can't be empty");
      } else if (given.isNull()) {
        row.putNull("amount");
      }
    } else {
      amount(draft, given);
    }
    References.id(draft.given("currency_id"))
        .flatMap(currencies::find)
        .ifPresent(currency -> row.put("currency_id", currency.id()));
    if (!row.hasNonNull("currency_id")) {
      row.put("currency_id", currencies.base().id());
    }
    derive(row);
  }

  private static void amount(Draft draft, JsonNode given) {
    Optional<BigDecimal> amount = Scalars.decimal(given);
    if (amount.isEmpty()) {
      draft.problem("Deal amount is not a number");
    } else if (amount.get().abs().compareTo(LARGEST) > 0) {
      draft.problem("Deal amount is too large");
    } else {
      draft.row().put("amount", shown(amount.get()));
    }
  }

  private void derive(ObjectNode row) {
    if (!row.hasNonNull("amount")) {
      row.putNull("base_currency_amount").putNull("expected_deal_value");
      return;
    }
    BigDecimal amount = new BigDecimal(row.path("amount").asString());
    BigDecimal rate =
        currencies
            .find(row.path("currency_id").asLong())
            .map(Currency::rate)
            .orElse(BigDecimal.ONE);
    BigDecimal share =
        BigDecimal.valueOf(row.path("probability").asLong(0))
            .divide(HUNDRED, 2, RoundingMode.HALF_UP);
    row.put("base_currency_amount", shown(amount.multiply(rate)));
    row.put("expected_deal_value", shown(amount.multiply(share)));
  }

  static String shown(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(1, plain.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
