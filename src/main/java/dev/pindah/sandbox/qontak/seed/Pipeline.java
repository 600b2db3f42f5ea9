package dev.pindah.sandbox.qontak.seed;

import java.util.List;

/** A pipeline with its stages in the order in which the API lists them. */
public record Pipeline(long id, String name, boolean active, List<Stage> stages) {

  public Pipeline {
    stages = List.copyOf(stages);
  }

  /** Deals: won and lost are a matter of names and probabilities; two stages share an order. */
  public static final List<Pipeline> DEALS =
      List.of(
          new Pipeline(
              160_001,
              "Sales",
              true,
              List.of(
                  new Stage(1_000_001, "Baru", 1, "0.10", true),
                  new Stage(1_000_002, "Penawaran", 2, "0.50", true),
                  new Stage(1_000_003, "Negosiasi", 3, "0.75", true),
                  new Stage(1_000_004, "Menunggu PO", 3, "0.90", true),
                  new Stage(1_000_005, "Won", 5, "1.00", true),
                  new Stage(1_000_006, "Lost", 6, "0.00", true),
                  new Stage(1_000_007, "Arsip 2019", 7, "0.00", false))),
          new Pipeline(
              160_002,
              "Proyek",
              true,
              List.of(
                  new Stage(1_000_011, "Survei", 1, "0.20", true),
                  new Stage(1_000_012, "Desain", 2, "0.40", true),
                  new Stage(1_000_013, "Pengerjaan", 3, "0.80", true),
                  new Stage(1_000_014, "Serah Terima", 4, "1.0", true),
                  new Stage(1_000_015, "Batal", 5, "0.0", true))));

  public static final List<Pipeline> TICKETS =
      List.of(
          new Pipeline(
              1,
              "Ticket Pipeline",
              true,
              List.of(
                  new Stage(5, "New", 1, "0.2", true),
                  new Stage(6, "Open", 2, "0.4", true),
                  new Stage(7, "Pending", 3, "0.6", true),
                  new Stage(8, "Resolved", 4, "0.9", true),
                  new Stage(9, "Closed", 5, "1.0", true))),
          new Pipeline(
              2,
              "Garansi",
              true,
              List.of(
                  new Stage(15, "Diterima", 1, "0.1", true),
                  new Stage(16, "Diperiksa", 2, "0.5", true),
                  new Stage(17, "Menunggu Suku Cadang", 3, "0.7", true),
                  new Stage(18, "Selesai", 4, "1.0", true))));

  /** The pipeline that a stage belongs to. */
  static Pipeline of(List<Pipeline> pipelines, Stage stage) {
    return pipelines.stream()
        .filter(pipeline -> pipeline.stages().contains(stage))
        .findFirst()
        .orElseThrow();
  }
}
