package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Who belongs to whom among seeded rows, by index. Every relation can be read from both ends
 * without a search, because it is arithmetic with a draw that thins it out.
 */
public final class Links {

  private final Dice dice;
  private final Counts counts;
  private final long dealContacts;
  private final long stride;

  Links(Dice dice, Counts counts) {
    this.dice = dice;
    this.counts = counts;
    this.dealContacts = counts.deals() * 4L / 5;
    this.stride = Math.max(1, counts.contacts() / dealContacts);
  }

  OptionalLong companyOfContact(long contact) {
    return !orphanContact(contact) && dice.percent("contact-company", contact, 82)
        ? OptionalLong.of((contact + contact / counts.companies()) % counts.companies())
        : OptionalLong.empty();
  }

  /** Its company was deleted; the link stayed. */
  boolean orphanContact(long contact) {
    return contact % 79 == 23;
  }

  /** Its company was deleted; the link stayed. */
  boolean orphanDeal(long deal) {
    return deal % 37 == 30;
  }

  List<Long> contactsOfCompany(long company) {
    List<Long> contacts = new ArrayList<>();
    long size = counts.companies();
    for (long round = 0; round * size < counts.contacts(); round++) {
      long contact = round * size + Math.floorMod(company - round, size);
      if (contact < counts.contacts() && companyOfContact(contact).isPresent()) {
        contacts.add(contact);
      }
    }
    return contacts;
  }

  /** The first one is the deal's main contact; every fifth deal has a second one. */
  List<Long> contactsOfDeal(long deal) {
    long main = mainContact(deal);
    return deal % 5 == 0 ? List.of(main, (main + 1) % counts.contacts()) : List.of(main);
  }

  List<Long> dealsOfContact(long contact) {
    List<Long> deals = new ArrayList<>(dealsWithMain(contact));
    long before = (contact + counts.contacts() - 1) % counts.contacts();
    for (long deal : dealsWithMain(before)) {
      if (deal % 5 == 0) {
        deals.add(deal);
      }
    }
    return deals;
  }

  /** Its main contact's company; none for every seventh deal. */
  OptionalLong companyOfDeal(long deal) {
    return deal % 7 == 3 || orphanDeal(deal)
        ? OptionalLong.empty()
        : companyOfContact(mainContact(deal));
  }

  List<Long> dealsOfCompany(long company) {
    List<Long> deals = new ArrayList<>();
    for (long contact : contactsOfCompany(company)) {
      for (long deal : dealsWithMain(contact)) {
        if (companyOfDeal(deal).isPresent()) {
          deals.add(deal);
        }
      }
    }
    return deals;
  }

  /** Most tickets come from people who also write in the chat. */
  long contactOfTicket(long ticket) {
    return ticket % 5 < 3
        ? contactOfRoom(ticket % counts.rooms())
        : (ticket * 3 + 1) % counts.contacts();
  }

  List<Long> ticketsOfRoom(long room) {
    List<Long> tickets = new ArrayList<>();
    for (long ticket = room; ticket < counts.tickets(); ticket += counts.rooms()) {
      if (ticket % 5 < 3) {
        tickets.add(ticket);
      }
    }
    return tickets;
  }

  long contactOfRoom(long room) {
    return room * 5 % counts.contacts();
  }

  OptionalLong roomOfContact(long contact) {
    return contact % 5 == 0 && contact / 5 < counts.rooms()
        ? OptionalLong.of(contact / 5)
        : OptionalLong.empty();
  }

  private long mainContact(long deal) {
    return deal % dealContacts * stride;
  }

  private List<Long> dealsWithMain(long contact) {
    if (contact % stride != 0 || contact / stride >= dealContacts) {
      return List.of();
    }
    List<Long> deals = new ArrayList<>();
    for (long deal = contact / stride; deal < counts.deals(); deal += dealContacts) {
      deals.add(deal);
    }
    return deals;
  }
}
