package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.qontak.seed.Relations;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import tools.jackson.databind.node.ObjectNode;

/** Notes: one parent's at a time, without paging; without a parent the account's, cut off. */
final class NoteEndpoints implements View {

  static final String UNFILTERED = "qontak.notes-unfiltered-max";

  private final Table notes;
  private final Relations relations;
  private final Names names;
  private final CrmReplies replies;
  private final Switches switches;
  private final InstantSource clock;

  NoteEndpoints(Account account, CrmReplies replies, Switches switches, InstantSource clock) {
    this.notes = account.notes();
    this.relations = account.relations();
    this.names = new Names(account);
    this.replies = replies;
    this.switches = switches;
    this.clock = clock;
  }

  static Switch unfilteredSwitch() {
    return new Switch(UNFILTERED, "1000", "the most notes of a list without a parent");
  }

  void addTo(Router router, String prefix, QontakAccess access, Paging paging) {
    Writes writes = new Writes(notes, new Fields(List.of(), List.of()), List.of("note"), replies);
    Resource resource =
        new Resource("notes", notes, this, writes, replies, paging, access)
            .putAnswers(Resource.PutAnswer.OBJECT)
            .moves(new NoteMoves());
    router
        .get(prefix + "/notes", this::list)
        .post(prefix + "/notes", resource::create)
        .get(prefix + "/notes/{id}", resource::show)
        .put(prefix + "/notes/{id}", resource::change)
        .delete(prefix + "/notes/{id}", resource::delete);
  }

  @Override
  public ObjectNode detail(ObjectNode row) {
    names.contact(row, "crm_person_id", "crm_person_full_name");
    names.deal(row, "crm_deal_id", "crm_deal_name");
    names.company(row, "crm_company_id", "crm_company_name");
    return row;
  }

  private Reply list(Exchange exchange) {
    Optional<List<Long>> ids =
        of(exchange, "crm_lead_id", relations::notesOfContact)
            .or(() -> of(exchange, "crm_company_id", relations::notesOfCompany))
            .or(() -> of(exchange, "crm_deal_id", relations::notesOfDeal));
    List<ObjectNode> rows =
        ids.isPresent()
            ? ids.get().stream().flatMap(id -> notes.find(id).stream()).toList()
            : notes.page(0, switches.number(UNFILTERED));
    return replies.unpaged(rows.stream().map(this::detail).toList());
  }

  private static Optional<List<Long>> of(
      Exchange exchange, String parameter, LongFunction<List<Long>> of) {
    return exchange
        .query(parameter)
        .filter(id -> id.matches("\\d{1,18}"))
        .map(id -> of.apply(Long.parseLong(id)));
  }

  /** A note needs a parent; a changed one gets a fresh date of creation too. */
  private final class NoteMoves implements Resource.Moves {

    @Override
    public void created(ObjectNode row, User actor) {
      row.put("team_id", 1).put("organization_id", 1).put("creator_id", actor.id());
      if (row.path("crm_person_id").isNumber()) {
        row.put("type", "Crm::PersonNote");
      } else if (row.path("crm_company_id").isNumber()) {
        row.put("type", "Crm::CompanyNote");
      } else if (row.path("crm_deal_id").isNumber()) {
        row.put("type", "Crm::DealNote");
      } else {
        throw replies.invalid("a note needs crm_lead_id, crm_company_id or crm_deal_id");
      }
      row.putNull("crm_note_images").putNull("crm_note_audios");
    }

    @Override
    public void changed(ObjectNode before, ObjectNode after, User actor) {
      after.put("last_modifier_id", actor.id());
      after.put("created_at", Times.crm(clock.instant()));
    }
  }
}
