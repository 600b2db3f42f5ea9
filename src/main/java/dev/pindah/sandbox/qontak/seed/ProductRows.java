package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Seeded products: numbers are numbers here, dates are not shown, added fields lack value_name. */
final class ProductRows extends SeededRows {

  private static final List<String> KINDS =
      List.of("Lisensi", "Perangkat", "Pelatihan", "Langganan", "Instalasi", "Garansi Tambahan");

  ProductRows(Ground ground) {
    super(ground, "products", ids(ground.counts()));
  }

  static Ids ids(Counts counts) {
    return new Ids(2_000, counts.products());
  }

  String productName(long i) {
    return ground.dice().of("product-kind", i, KINDS) + " Seri " + (i + 1);
  }

  BigDecimal price(long i) {
    long rupiah = 50_000L * (1 + ground.dice().below("product-price", i, 400));
    return BigDecimal.valueOf(rupiah).setScale(1);
  }

  @Override
  public ObjectNode row(long i) {
    Dice dice = ground.dice();
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("name", productName(i));
    row.put("currency", i % 11 == 6 ? "USD" : "IDR")
        .put("price", price(i))
        .put("quantity", new BigDecimal("1.0"));
    row.putNull("discount").putNull("nominal_discount").put("total_price", price(i));
    row.putArray("crm_tag_ids");
    row.put("description", i % 3 == 1 ? "" : Texts.free(dice, "product-text", i));
    option(row, "crm_category_product", i, Choices.PRODUCT_CATEGORIES, 70);
    row.putNull("crm_subcategory_product_id").putNull("crm_subcategory_product_name");
    row.put(
        "product_image",
        i % 4 == 1
            ? ground.media().link("product", dice.uuid("product-image", i), Media.picture(i))
            : null);
    row.set("additional_fields", ground.values().of(name(), i, Fields.PRODUCT.added()));
    for (JsonNode item : row.path("additional_fields")) {
      ((ObjectNode) item).remove("value_name");
    }
    return row;
  }
}
