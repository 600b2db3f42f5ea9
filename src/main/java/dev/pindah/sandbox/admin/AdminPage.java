package dev.pindah.sandbox.admin;

import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.wire.Reply;
import java.util.List;

/** A plain page for people: what is here, and where the JSON of it is. */
final class AdminPage {

  private AdminPage() {}

  static Reply reply(List<Product> products) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Pindah sandbox</title>
        <style>body{font:16px/1.5 system-ui;margin:2rem;max-width:60rem}td,th{padding:.2rem .8rem;text-align:left}</style>
        <h1>Pindah sandbox</h1>
        <p><a href="/_sandbox">description</a> · <a href="/_sandbox/requests">requests</a> ·
        <a href="/_sandbox/faults">faults</a> · <a href="/_sandbox/switches">switches</a> ·
        <a href="/_sandbox/clock">clock</a></p>
        """);
    for (Product product : products) {
      page.append("<h2>").append(product.name()).append("</h2><table>");
      for (StateCollection collection : product.collections()) {
        page.append("<tr><td><a href=\"/_sandbox/state/")
            .append(product.name())
            .append('/')
            .append(collection.name())
            .append("\">")
            .append(collection.name())
            .append("</a></td><td>")
            .append(collection.count().getAsLong())
            .append("</td></tr>");
      }
      page.append("</table>");
    }
    return Reply.text(200, "text/html; charset=utf-8", page.append("</html>").toString());
  }
}
