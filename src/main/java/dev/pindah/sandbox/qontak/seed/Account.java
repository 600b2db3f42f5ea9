package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.core.Size;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.seed.People;
import java.util.List;

/** The whole simulated account: its people, its tables, and how they hang together. */
public final class Account {

  private final Ground ground;
  private final ContactRows contactRows;
  private final CompanyRows companyRows;
  private final DealRows dealRows;
  private final Table contacts;
  private final Table companies;
  private final Table deals;
  private final Relations relations;

  public Account(long seed, Size size, SandboxClock clock) {
    Dice dice = new Dice(seed);
    People people = People.of(seed);
    Counts counts = Counts.of(size);
    Media media = new Media();
    ground =
        new Ground(
            dice,
            people,
            counts,
            new Users(dice, people, counts.users()),
            new Links(dice, counts),
            media,
            new CustomValues(dice, media));
    contactRows = new ContactRows(ground);
    companyRows = new CompanyRows(ground);
    dealRows = new DealRows(ground);
    contacts = new Table(contactRows, clock, contactRows.ids().next());
    companies = new Table(companyRows, clock, companyRows.ids().next());
    deals = new Table(dealRows, clock, dealRows.ids().next());
    relations = new Relations(this, ground.links());
  }

  public Table contacts() {
    return contacts;
  }

  public Table companies() {
    return companies;
  }

  public Table deals() {
    return deals;
  }

  public List<Table> tables() {
    return List.of(companies, contacts, deals);
  }

  public Users users() {
    return ground.users();
  }

  public Relations relations() {
    return relations;
  }

  public Dice dice() {
    return ground.dice();
  }

  public Counts counts() {
    return ground.counts();
  }

  public Media media() {
    return ground.media();
  }

  ContactRows contactRows() {
    return contactRows;
  }

  CompanyRows companyRows() {
    return companyRows;
  }

  DealRows dealRows() {
    return dealRows;
  }
}
