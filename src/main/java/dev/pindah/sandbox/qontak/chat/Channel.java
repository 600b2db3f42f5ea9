package dev.pindah.sandbox.qontak.chat;

import java.util.List;

/** A connected channel; settings as they are stored, secrets among them. */
record Channel(String id, String target, String account, String phone, boolean active) {

  static final List<Channel> ALL =
      List.of(
          channel(1, "wa_cloud", "CS Contoh", "+62 851-0000-0001", true),
          channel(2, "wa_cloud", "Promo Contoh", "+62 851 0000 0002", true),
          channel(3, "wa", "Gudang Contoh", "+62851-0000-0003", false),
          channel(4, "ig", "contoh.id", "", true),
          channel(5, "email", "bantuan@contoh.example", "", true),
          channel(6, "web_chat", "Situs Contoh", "", true),
          channel(7, "fb", "Contoh Facebook", "", true));

  private static Channel channel(
      int number, String target, String account, String phone, boolean active) {
    return new Channel(
        "33333333-0000-4000-8000-%012d".formatted(number), target, account, phone, active);
  }

  boolean isWhatsapp() {
    return target.startsWith("wa");
  }
}
