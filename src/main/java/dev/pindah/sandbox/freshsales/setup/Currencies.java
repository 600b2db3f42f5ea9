package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Rupiah as base currency; dollars where the plan has more than one. */
public final class Currencies {

  private static final long BASE_ID = 402_000_000_012L;

  /** A currency; one unit of it is worth {@code rate} of the base currency. */
  public record Currency(long id, String code, BigDecimal rate, boolean base) {
    public ObjectNode shown() {
      return Json.object()
          .put("id", id)
          .put("is_active", true)
          .put("currency_code", code)
          .put("exchange_rate", rate.toPlainString())
          .put("currency_type", base ? 1 : 2);
    }
  }

  private final List<Currency> all;

  Currencies(Plan plan) {
    Currency rupiah = new Currency(BASE_ID, "IDR", new BigDecimal("1.0"), true);
    all =
        plan == Plan.PRO || plan == Plan.ENTERPRISE
            ? List.of(rupiah, new Currency(BASE_ID + 1, "USD", new BigDecimal("16000.0"), false))
            : List.of(rupiah);
  }

  public List<Currency> all() {
    return all;
  }

  public Currency base() {
    return all.getFirst();
  }

  public Optional<Currency> find(long id) {
    return all.stream().filter(currency -> currency.id() == id).findFirst();
  }
}
