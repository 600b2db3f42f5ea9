package dev.pindah.sandbox.qontak;

import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tiny sandbox for each test, with a client that signs. */
abstract class QontakTest {

  static final String CRM = "/qontak/crm";
  static final String CHAT = "/qontak/chat/v1";

  Sandbox sandbox;
  SignedClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(options());
    client = new SignedClient(sandbox.qontak());
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  SandboxOptions options() {
    return SandboxOptions.standard();
  }

  void set(String name, String value) {
    client.plain().send("PUT", "/_sandbox/switches", "{\"" + name + "\":\"" + value + "\"}");
  }

  void faults(String plan) {
    client.plain().send("PUT", "/_sandbox/faults", plan);
  }
}
