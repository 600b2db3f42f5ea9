package dev.pindah.sandbox.freshsales;

import dev.pindah.sandbox.core.Colleague;
import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.freshsales.access.FreshsalesAccess;
import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.api.AdminEndpoints;
import dev.pindah.sandbox.freshsales.api.FreshsalesRoutes;
import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Freshsales suite account. */
public final class FreshsalesProduct implements Product {
  private final FreshsalesAccess access;
  private final Account account;
  private final FreshsalesRoutes routes;

  /** The colleagues are the source's users; about two thirds of them have a user here. */
  public FreshsalesProduct(Simulation simulation, List<Colleague> colleagues) {
    access = new FreshsalesAccess(simulation);
    account = new Account(simulation, colleagues);
    routes = new FreshsalesRoutes(account, simulation.switches());
  }

  @Override
  public String name() {
    return "freshsales";
  }

  @Override
  public List<Switch> switches() {
    return Stream.of(FreshsalesAccess.switches(), Account.switches(), FreshsalesRoutes.switches())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void routes(Router router) {
    routes.addTo(router);
  }

  @Override
  public void adminRoutes(Router router) {
    new AdminEndpoints(account).addTo(router);
  }

  @Override
  public Reply around(Exchange exchange, Endpoint next) {
    try {
      return access.around(exchange, next);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  @Override
  public Reply refusal(Exchange exchange, int status, String message) {
    return switch (status) {
      case 401 -> Reply.json(401, Json.object().put("login", "failed"));
      case 500 -> FreshsalesErrors.broken();
      default -> FreshsalesErrors.reply(status, List.of(message));
    };
  }

  @Override
  public List<StateCollection> collections() {
    return new ArrayList<>(routes.collections());
  }

  @Override
  public ObjectNode account() {
    return FreshsalesAccess.describe();
  }

  /** Nobody works in the target while it is filled. */
  @Override
  public ObjectNode evolve(Evolution evolution) {
    return Json.object();
  }
}
