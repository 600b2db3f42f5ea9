package dev.pindah.cli.config;

import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.qontak.QontakSettings;
import dev.pindah.journey.transform.TransformSettings;

/**
 * The configuration of one migration.
 *
 * @param clockFactor how much faster time passes; above 1 in rehearsals only
 * @param ledger file name or JDBC URL
 */
public record Config(
    String migration,
    QontakSettings qontak,
    FreshsalesSettings freshsales,
    TransformSettings transform,
    double clockFactor,
    String ledger) {}
