package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.core.Size;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.seed.People;
import java.util.function.IntSupplier;

/** The whole simulated account: its people, its tables, and how they hang together. */
public final class Account {

  private final Ground ground;
  private final ContactRows contactRows;
  private final CompanyRows companyRows;
  private final DealRows dealRows;
  private final Table contacts;
  private final Table companies;
  private final Table deals;
  private final TaskRows taskRows;
  private final TicketRows ticketRows;
  private final ProductRows productRows;
  private final AssociationRows associationRows;
  private final NoteRows noteRows;
  private final Table tasks;
  private final Table tickets;
  private final Table products;
  private final Table associations;
  private final Table notes;
  private final Table checkIns;
  private final Relations relations;
  private final Conversations conversations;

  /**
   * An invented account.
   *
   * @param mediaFilled percent of the file fields that hold a file
   */
  public Account(long seed, Size size, SandboxClock clock, IntSupplier mediaFilled) {
    Dice dice = new Dice(seed);
    People people = People.of(seed);
    Counts counts = Counts.of(size);
    Media media = new Media(mediaFilled);
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
    taskRows = new TaskRows(ground);
    ticketRows = new TicketRows(ground);
    productRows = new ProductRows(ground);
    associationRows = new AssociationRows(ground, productRows);
    noteRows = new NoteRows(ground);
    contacts = table(contactRows, clock);
    companies = table(companyRows, clock);
    deals = table(dealRows, clock);
    tasks = table(taskRows, clock);
    tickets = table(ticketRows, clock);
    products = table(productRows, clock);
    associations = table(associationRows, clock);
    notes = table(noteRows, clock);
    checkIns = table(new CheckInRows(ground), clock);
    conversations = new Conversations(ground, ticketRows, contactRows);
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

  public Table tasks() {
    return tasks;
  }

  public Table tickets() {
    return tickets;
  }

  public Table products() {
    return products;
  }

  public Table associations() {
    return associations;
  }

  public Table notes() {
    return notes;
  }

  public Table checkIns() {
    return checkIns;
  }

  public Conversations conversations() {
    return conversations;
  }

  private static Table table(SeededRows rows, SandboxClock clock) {
    return new Table(rows, clock, rows.nextId());
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

  TaskRows taskRows() {
    return taskRows;
  }

  ProductRows productRows() {
    return productRows;
  }

  AssociationRows associationRows() {
    return associationRows;
  }

  NoteRows noteRows() {
    return noteRows;
  }
}
