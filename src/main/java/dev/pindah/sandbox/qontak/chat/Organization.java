package dev.pindah.sandbox.qontak.chat;

/** The chat's name for the account. */
final class Organization {

  static final String ID = "22222222-0000-4000-8000-000000000001";
  static final String COMPANY_ID = "658787";

  private Organization() {}
}
