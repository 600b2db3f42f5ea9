package dev.pindah.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of record in the source account; its wire name is lower case and singular. */
public enum ObjectName {
  USER,
  COMPANY,
  CONTACT,
  DEAL,
  PRODUCT,
  LINE_ITEM,
  TASK,
  TICKET,
  NOTE,
  CHECK_IN,
  TIMELINE,
  CHAT,
  ROOM,
  LIST,
  LIST_MEMBER,
  TEMPLATE,
  BROADCAST,
  DIVISION,
  CHANNEL,
  CHATBOT,
  STAGE_CHANGE,
  REAL_CREATOR,
  FILE,
  SCHEMA,
  PIPELINE,
  TICKET_PIPELINE,
  TASK_CATEGORY;

  /**
   * Whether its records are brought to the target. The others are parts of those, or are read to be
   * documented.
   */
  public boolean moves() {
    return switch (this) {
      case USER,
          COMPANY,
          CONTACT,
          DEAL,
          PRODUCT,
          LINE_ITEM,
          TASK,
          TICKET,
          NOTE,
          CHECK_IN,
          TIMELINE,
          STAGE_CHANGE,
          CHAT,
          LIST,
          LIST_MEMBER,
          FILE ->
          true;
      case ROOM,
          TEMPLATE,
          BROADCAST,
          DIVISION,
          CHANNEL,
          CHATBOT,
          REAL_CREATOR,
          SCHEMA,
          PIPELINE,
          TICKET_PIPELINE,
          TASK_CATEGORY ->
          false;
    };
  }

  /** The name in JSON, on the command line and in the ledger. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ObjectName> of(String wire) {
    return Arrays.stream(values()).filter(object -> object.wire().equals(wire)).findFirst();
  }
}
