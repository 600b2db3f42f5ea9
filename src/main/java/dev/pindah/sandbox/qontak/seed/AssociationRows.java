package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/** Seeded line items of deals; in some the price is "0.0" although the total is not. */
final class AssociationRows extends SeededRows {

  private final Slots slots;
  private final ProductRows products;

  AssociationRows(Ground ground, ProductRows products) {
    this(ground, products, new Slots(ground.counts().deals(), 1, 0, 2, 0, 0, 3, 1));
  }

  private AssociationRows(Ground ground, ProductRows products, Slots slots) {
    super(ground, "products_association", new Ids(880_000, slots.total()));
    this.products = products;
    this.slots = slots;
  }

  List<Long> ofDeal(long deal) {
    long first = slots.first(deal);
    return LongStream.range(first, first + slots.count(deal)).boxed().toList();
  }

  String itemName(long i) {
    return products.productName(product(i));
  }

  private long product(long i) {
    return ground.dice().belowLong("item-product", i, products.count());
  }

  @Override
  public ObjectNode row(long i) {
    long product = product(i);
    int quantity = 1 + ground.dice().below("item-quantity", i, 20);
    BigDecimal total = products.price(product).multiply(BigDecimal.valueOf(quantity));
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("name", itemName(i)).put("crm_product_id", products.id(product));
    row.put("crm_deal_id", DealRows.ids(ground.counts()).id(slots.parent(i)));
    row.put("currency", "IDR");
    row.put("price", i % 6 == 4 ? "0.0" : products.price(product).toPlainString());
    row.put("quantity", quantity).put("discount", "0.0").put("nominal_discount", 0.0);
    row.put("total_price", total.toPlainString());
    row.putArray("crm_tag_ids");
    row.putNull("unit_quantity").putNull("manufacturer").put("description", "");
    row.put("created_at", Times.crm(created(i))).put("updated_at", Times.crm(updated(i)));
    row.put("product_image", "/assets/empty-company-0000.jpg");
    row.putArray("additional_fields")
        .addObject()
        .put("id", 63)
        .put("name", "product_code")
        .put("value", "SKU-%05d".formatted(product));
    return row;
  }
}
