package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was said in a chat room: around each ticket of its contact, and now and then besides. */
public final class Conversations {

  private static final List<String> CUSTOMER =
      List.of(
          "Selamat pagi, mau tanya stok",
          "Pesanan saya belum sampai",
          "Bisa minta invoice?",
          "Terima kasih \uD83D\uDE4F",
          "Masih error, kak",
          "https://contoh.example/bukti",
          "=1+1");
  private static final List<String> AGENT =
      List.of(
          "Baik, kami cek dulu ya",
          "Mohon kirim nomor pesanan",
          "Sudah kami perbaiki",
          "Invoice terlampir",
          "Ada lagi yang bisa dibantu?");

  /** One message; the customer's side has no user of ours. */
  public record Said(String who, String text, Instant at, boolean byCustomer) {}

  private final Ground ground;
  private final TicketRows tickets;
  private final ContactRows contacts;

  Conversations(Ground ground, TicketRows tickets, ContactRows contacts) {
    this.ground = ground;
    this.tickets = tickets;
    this.contacts = contacts;
  }

  /** Oldest first. */
  public List<Said> ofRoom(long room) {
    String customer = customer(room);
    List<Said> said = new ArrayList<>();
    talk(said, customer, room, 0, opening(room), Duration.ofMinutes(7), 3);
    int round = 1;
    for (long ticket : ticketsOf(room)) {
      Instant opened = tickets.opened(ticket);
      Duration lasted = Duration.between(opened, tickets.lastTouched(ticket));
      talk(said, customer, room, round++, opened.plusSeconds(30), lasted.dividedBy(8), 6);
    }
    said.sort(Comparator.comparing(Said::at));
    return said;
  }

  /** How many rooms there are; the last tenth belongs to people whom the CRM does not know. */
  public long rooms() {
    return ground.counts().rooms() * 11L / 10;
  }

  /** When the room was opened: before anything else was said in it. */
  public Instant opening(long room) {
    Instant longAgo = lastActivity(room).minus(Duration.ofDays(200));
    List<Long> about = ticketsOf(room);
    if (about.isEmpty()) {
      return longAgo;
    }
    Instant firstTicket = tickets.opened(about.getLast()).minus(Duration.ofDays(2));
    return firstTicket.isBefore(longAgo) ? firstTicket : longAgo;
  }

  /** Never before the last thing said; falls with the room's number. */
  public Instant lastActivity(long room) {
    return room < ground.counts().tickets()
        ? tickets.lastTouched(room)
        : Times.FROZEN.minus(Duration.ofDays(800 + room));
  }

  /** The customer's name as the channel shows it. */
  public String customer(long room) {
    return isKnown(room)
        ? contacts.fullName(ground.links().contactOfRoom(room)).strip()
        : "Pelanggan " + room;
  }

  /** The customer's number: country code first, digits only. */
  public String phone(long room) {
    return isKnown(room)
        ? Phones.international(ground.links().contactOfRoom(room))
        : Phones.international(8_000_000 + room);
  }

  private boolean isKnown(long room) {
    return room < ground.counts().rooms();
  }

  private List<Long> ticketsOf(long room) {
    return isKnown(room) ? ground.links().ticketsOfRoom(room) : List.of();
  }

  private void talk(
      List<Said> said,
      String customer,
      long room,
      int round,
      Instant start,
      Duration pace,
      int count) {
    Dice dice = ground.dice();
    User agent = dice.of("talk-agent" + round, room, ground.users().active());
    for (int k = 0; k < count; k++) {
      boolean byCustomer = k % 2 == 0;
      String text = dice.of("talk-" + round + "-" + k, room, byCustomer ? CUSTOMER : AGENT);
      said.add(
          new Said(
              byCustomer ? customer : agent.name(),
              text,
              start.plus(pace.multipliedBy(k)),
              byCustomer));
    }
  }
}
