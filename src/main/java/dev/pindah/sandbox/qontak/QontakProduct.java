package dev.pindah.sandbox.qontak;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Qontak account. */
public final class QontakProduct implements Product {

  private final Simulation simulation;

  public QontakProduct(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public String name() {
    return "qontak";
  }

  @Override
  public Reply around(Exchange exchange, Endpoint next) {
    return next.answer(exchange);
  }

  @Override
  public Reply refusal(Exchange exchange, int status, String message) {
    return Reply.json(status, Json.object().put("message", message));
  }

  @Override
  public void routes(Router router) {}

  @Override
  public List<StateCollection> collections() {
    return List.of();
  }

  @Override
  public ObjectNode account() {
    return Json.object().put("seed", simulation.seed());
  }

  @Override
  public ObjectNode evolve(Evolution evolution) {
    return Json.object();
  }
}
