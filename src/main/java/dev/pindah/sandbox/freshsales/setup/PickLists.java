package dev.pindah.sandbox.freshsales.setup;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The default pick lists of a new account. */
public final class PickLists {

  private static final long FIRST_ID = 402_000_010_001L;
  private static final long ROOM = 1_000;

  private final Map<String, PickList> byName = new LinkedHashMap<>();

  PickLists() {
    put("lead_sources", List.of("Web", "Organic Search", "Referral", "Event", "Chat", "Phone"));
    put("deal_types", List.of("New Business", "Existing Business"));
    put("deal_reasons", List.of("Price", "Competitor", "No budget", "No response", "Others"));
    put("deal_payment_statuses", List.of("Unpaid", "Partly paid", "Paid"));
    put("deal_products", List.of());
    put("campaigns", List.of());
    put("territories", List.of());
    put("industry_types", List.of("Manufacturing", "Retail", "Technology", "Education", "Health"));
    put("business_types", List.of("Customer", "Partner", "Vendor", "Competitor"));
  }

  public Optional<PickList> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** A list that every account has. */
  public PickList list(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no pick list " + name));
  }

  public Collection<PickList> all() {
    return List.copyOf(byName.values());
  }

  private void put(String name, List<String> values) {
    byName.put(name, new PickList(name, FIRST_ID + ROOM * byName.size(), values));
  }
}
