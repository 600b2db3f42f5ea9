package dev.pindah.sandbox.core;

import dev.pindah.sandbox.wire.Router;
import dev.pindah.sandbox.wire.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A simulated product: its routes, its state, and what an admin may do to it. */
public interface Product extends Site, AutoCloseable {

  /** Adds the product's real paths. Called once. */
  void routes(Router router);

  /** Adds what an admin does by hand, under {@code /_sandbox/<name>/…}, on every product's port. */
  default void adminRoutes(Router router) {}

  /** The behaviours that can be switched; declared before {@link #routes}. */
  default List<Switch> switches() {
    return List.of();
  }

  /** Tells the product its own URL, before the first request. */
  default void listening(URI url) {}

  /** State by collection, for the dump. */
  List<StateCollection> collections();

  /** Credentials and whatever else a client is configured with; goes into the description. */
  ObjectNode account();

  /** Lets people work in the product; answers with what was done, by object. */
  ObjectNode evolve(Evolution evolution);

  /** Writes the files that an admin would download by hand; most products have none. */
  default void writeFiles(Path folder) throws IOException {}

  /** Switches the account's own workflows on or off. */
  default void automations(boolean on) {}

  @Override
  default void close() {}
}
