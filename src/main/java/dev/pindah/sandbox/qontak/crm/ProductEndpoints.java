package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.qontak.seed.Relations;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Products and the line items that hang them on deals. */
final class ProductEndpoints {

  private static final int UNFILTERED = 1000;

  private final Table products;
  private final Table items;
  private final Relations relations;
  private final CrmReplies replies;
  private final Paging paging;
  private final QontakAccess access;

  ProductEndpoints(Account account, CrmReplies replies, Paging paging, QontakAccess access) {
    this.products = account.products();
    this.items = account.associations();
    this.relations = account.relations();
    this.replies = replies;
    this.paging = paging;
    this.access = access;
  }

  void addTo(Router router, String prefix) {
    Writes writes = new Writes(products, Fields.PRODUCT, List.of("name"), replies);
    new Resource("products", products, row -> row, writes, replies, paging, access)
        .envelope(replies::pagedProducts)
        .filter("query", Filters.contains("name"))
        .postAnswers(ProductEndpoints::rawProduct)
        .addTo(router, prefix);
    Writes itemWrites =
        new Writes(
            items,
            new Fields(List.of(), List.of()),
            List.of("crm_product_id", "crm_deal_id"),
            replies);
    Resource resource =
        new Resource("products_association", items, row -> row, itemWrites, replies, paging, access)
            .postAnswers(ProductEndpoints::rawItem);
    router
        .get(prefix + "/products_association", this::items)
        .post(prefix + "/products_association", resource::create)
        .get(prefix + "/products_association/{id}", resource::show)
        .put(prefix + "/products_association/{id}", resource::change)
        .delete(prefix + "/products_association/{id}", resource::delete);
  }

  /** Of one deal; without a deal whatever comes first, and no more than that. */
  private Reply items(Exchange exchange) {
    Optional<String> deal = exchange.query("crm_deal_id").filter(id -> id.matches("\\d{1,18}"));
    List<ObjectNode> rows =
        deal.isPresent()
            ? relations.associationsOfDeal(Long.parseLong(deal.get())).stream()
                .flatMap(id -> items.find(id).stream())
                .toList()
            : items.page(0, UNFILTERED);
    String query = exchange.query("query").orElse("");
    String code = exchange.query("product_code").orElse("");
    return replies.counted(
        rows.stream()
            .filter(row -> Filters.contains("name").test(row, query))
            .filter(
                row -> code.isEmpty() || row.path("additional_fields").toString().contains(code))
            .toList());
  }

  /** POST shows the row as it lies in the database. */
  private static ObjectNode rawProduct(ObjectNode row) {
    ObjectNode raw = Json.object();
    raw.put("id", row.path("id").asLong()).put("name", row.path("name").asString(""));
    raw.set("unit_price", row.path("price"));
    raw.put("team_id", 1).put("organization_id", 1).putNull("creator_id");
    raw.putNull("last_modifier_by_id").put("slug", "produk-" + row.path("id").asLong());
    raw.putNull("crm_product_image_id")
        .putNull("product_code")
        .set("unit_quantity", row.path("quantity"));
    raw.putNull("manufacturer").put("data_source", "open-api");
    return raw;
  }

  private static ObjectNode rawItem(ObjectNode row) {
    row.set("unit_price", row.path("price"));
    return row.put("sequence", 1).put("team_id", 1);
  }
}
