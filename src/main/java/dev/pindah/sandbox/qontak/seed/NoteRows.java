package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seeded notes of contacts, then of deals, then of companies: HTML from the web, plain from the
 * API.
 */
final class NoteRows extends SeededRows {

  private final Slots ofContacts;
  private final Slots ofDeals;
  private final Slots ofCompanies;

  NoteRows(Ground ground) {
    this(
        ground,
        new Slots(
            ground.counts().contacts(), 0, 1, 0, 2, 0, 1, 1, 0, 3, 0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 2),
        new Slots(ground.counts().deals(), 1, 2, 0, 3, 1),
        new Slots(ground.counts().companies(), 1, 0, 2, 0, 1));
  }

  private NoteRows(Ground ground, Slots ofContacts, Slots ofDeals, Slots ofCompanies) {
    super(
        ground,
        "notes",
        new Ids(910_000, ofContacts.total() + ofDeals.total() + ofCompanies.total()));
    this.ofContacts = ofContacts;
    this.ofDeals = ofDeals;
    this.ofCompanies = ofCompanies;
  }

  List<Long> ofContact(long contact) {
    return range(ofContacts, contact, 0);
  }

  List<Long> ofDeal(long deal) {
    return range(ofDeals, deal, ofContacts.total());
  }

  List<Long> ofCompany(long company) {
    return range(ofCompanies, company, ofContacts.total() + ofDeals.total());
  }

  private static List<Long> range(Slots slots, long parent, long offset) {
    long first = offset + slots.first(parent);
    return LongStream.range(first, first + slots.count(parent)).boxed().toList();
  }

  @Override
  public ObjectNode row(long i) {
    Dice dice = ground.dice();
    ObjectNode row = Json.object();
    row.put("id", id(i));
    row.put("note", i % 3 == 0 ? Texts.free(dice, "note", i) : Texts.html(dice, "note", i));
    owner(row, "creator_id", "_creator", i);
    row.remove("_creator");
    row.putNull("last_modifier_id").put("team_id", 1).put("organization_id", 1);
    parent(row, i);
    row.putNull("crm_checkin_attributes");
    files(row, i);
    row.put("created_at", Times.crm(created(i))).put("updated_at", Times.crm(updated(i)));
    return row;
  }

  private void parent(ObjectNode row, long i) {
    Counts counts = ground.counts();
    row.putNull("type");
    for (String stem : List.of("person", "deal", "company")) {
      row.putNull("crm_" + stem + "_id");
      row.putNull("crm_" + stem + (stem.equals("person") ? "_full_name" : "_name"));
    }
    long deals = i - ofContacts.total();
    long companies = deals - ofDeals.total();
    if (deals < 0) {
      row.put("type", i % 9 == 5 ? null : "Crm::PersonNote");
      row.put("crm_person_id", ContactRows.ids(counts).id(ofContacts.parent(i)));
    } else if (companies < 0) {
      row.put("type", "Crm::DealNote");
      row.put("crm_deal_id", DealRows.ids(counts).id(ofDeals.parent(deals)));
    } else {
      row.put("type", "Crm::CompanyNote");
      row.put("crm_company_id", CompanyRows.ids(counts).id(ofCompanies.parent(companies)));
    }
  }

  private void files(ObjectNode row, long i) {
    row.putNull("crm_note_images").putNull("crm_note_audios");
    if (i % 14 == 2) {
      row.putArray("crm_note_images")
          .addAll(links("note-image", i, Media.picture(i), 1 + (int) (i % 2)));
    }
    if (i % 45 == 7) {
      row.putArray("crm_note_audios").addAll(links("note-audio", i, "rekaman.mp3", 1));
    }
  }

  private List<ObjectNode> links(String salt, long i, String filename, int count) {
    List<ObjectNode> files = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      String url = ground.media().link("note", ground.dice().uuid(salt + k, i), filename);
      files.add(Json.object().put("id", 400_000 + i * 4 + k).put("url", url));
    }
    return files;
  }
}
