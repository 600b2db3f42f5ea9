package dev.pindah.sandbox.qontak;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.chat.ChatApi;
import dev.pindah.sandbox.qontak.chat.ChatReplies;
import dev.pindah.sandbox.qontak.chat.FileUploads;
import dev.pindah.sandbox.qontak.crm.CrmApi;
import dev.pindah.sandbox.qontak.crm.CrmReplies;
import dev.pindah.sandbox.qontak.files.ChatbotPaths;
import dev.pindah.sandbox.qontak.files.ExportFiles;
import dev.pindah.sandbox.qontak.files.MediaFiles;
import dev.pindah.sandbox.qontak.life.SourceLife;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Qontak account, CRM and chat, behind its gateway and its legacy paths. */
public final class QontakProduct implements Product {

  private final Account account;
  private final QontakAccess access;
  private final CrmReplies replies;
  private final CrmApi crm;
  private final ChatApi chat;
  private final MediaFiles media;
  private final ExportFiles exports;
  private final SourceLife life;

  public QontakProduct(Simulation simulation) {
    account =
        new Account(
            simulation.seed(),
            simulation.size(),
            simulation.clock(),
            () -> simulation.switches().number(MediaFiles.FILLED));
    access = new QontakAccess(simulation, account.users());
    replies = new CrmReplies(simulation.clock(), account.dice());
    crm = new CrmApi(account, simulation, access, replies);
    FileUploads uploads = new FileUploads(account);
    media = new MediaFiles(account.dice(), uploads, simulation.switches());
    exports = new ExportFiles(account, crm.shown());
    life = new SourceLife(account, crm::dealMoved);
    chat = new ChatApi(account, simulation.switches(), uploads);
  }

  @Override
  public String name() {
    return "qontak";
  }

  @Override
  public List<Switch> switches() {
    List<Switch> switches = new ArrayList<>(QontakAccess.switches());
    switches.addAll(CrmApi.switches());
    switches.addAll(ChatApi.switches());
    switches.add(MediaFiles.authSwitch());
    switches.add(MediaFiles.largestSwitch());
    switches.add(MediaFiles.filledSwitch());
    return switches;
  }

  @Override
  public void listening(URI url) {
    account.media().base(url.toString());
  }

  @Override
  public void routes(Router router) {
    access.routes(router);
    crm.addTo(router);
    chat.addTo(router);
    media.addTo(router);
    new ChatbotPaths().addTo(router);
  }

  @Override
  public void adminRoutes(Router router) {
    exports.addTo(router);
  }

  @Override
  public void writeFiles(Path folder) throws IOException {
    exports.write(folder);
  }

  @Override
  public Reply around(Exchange exchange, Endpoint next) {
    Optional<Reply> refused = access.refusal(exchange);
    Optional<Fault.MetaStatus> inside = exchange.fault(Fault.MetaStatus.class);
    Reply reply =
        refused.isPresent()
            ? refused.get()
            : inside.isPresent()
                ? replies.refusalInside200(inside.get().status(), "Refused by the fault plan")
                : next.answer(exchange);
    return Edge.dressed(reply);
  }

  @Override
  public Reply refusal(Exchange exchange, int status, String message) {
    if (isGatewayOwn(status)) {
      return Reply.json(
          status, Json.object().put("message", status == 401 ? "Unauthorized" : "Forbidden"));
    }
    boolean ofChat =
        exchange.path().startsWith("/qontak/chat") || exchange.path().startsWith("/api/open");
    return ofChat
        ? ChatReplies.error(status, status == 404 ? "Resource not found." : message)
        : replies.refusal(status, message);
  }

  @Override
  public List<StateCollection> collections() {
    List<StateCollection> collections = new ArrayList<>(crm.collections());
    collections.addAll(chat.collections());
    return collections;
  }

  @Override
  public ObjectNode account() {
    return access.describe();
  }

  @Override
  public ObjectNode evolve(Evolution evolution) {
    return life.goesOn(evolution);
  }

  private static boolean isGatewayOwn(int status) {
    return status == 401 || status == 403;
  }
}
