package dev.pindah.sandbox.freshdesk.desk;

import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Agents as they are stored. */
public final class AgentRows {

  static final long ADMIN_ROLE = 103_000_000_301L;
  static final long AGENT_ROLE = 103_000_000_303L;

  private AgentRows() {}

  public static ObjectNode agent(String name, String email, boolean admin, Instant now) {
    ObjectNode row = Json.object();
    row.putNull("id").put("available", false).put("occasional", false).putNull("signature");
    row.put("ticket_scope", 1).put("type", "support_agent");
    row.putArray("skill_ids");
    row.putArray("group_ids");
    row.putArray("role_ids").add(admin ? ADMIN_ROLE : AGENT_ROLE);
    row.putNull("available_since").put("focus_mode", true);
    ObjectNode contact = row.putObject("contact");
    contact.put("active", true).put("email", email).putNull("job_title").put("language", "en");
    contact.putNull("last_login_at").putNull("mobile").put("name", name).putNull("phone");
    contact.put("time_zone", "Jakarta");
    contact.put("created_at", now.toString()).put("updated_at", now.toString());
    return row;
  }
}
