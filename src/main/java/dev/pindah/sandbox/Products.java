package dev.pindah.sandbox;

import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.freshdesk.FreshdeskProduct;
import dev.pindah.sandbox.freshsales.FreshsalesProduct;
import dev.pindah.sandbox.qontak.QontakProduct;
import java.util.List;

/** The simulated products, in the order of their ports. */
final class Products {

  private Products() {}

  static List<Product> all(Simulation simulation) {
    return List.of(
        new QontakProduct(simulation),
        new FreshsalesProduct(simulation),
        new FreshdeskProduct(simulation));
  }
}
