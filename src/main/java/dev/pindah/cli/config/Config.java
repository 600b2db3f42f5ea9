package dev.pindah.cli.config;

import dev.pindah.connect.freshdesk.FreshdeskSettings;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.llm.ModelSettings;
import dev.pindah.connect.qontak.QontakSettings;
import dev.pindah.journey.transform.TransformSettings;
import java.util.Optional;

/**
 * The configuration of one migration.
 *
 * @param freshdesk where tickets go; without it they become tasks
 * @param suggestions a language model for uncertain fields; off when empty
 * @param clockFactor how much faster time passes; above 1 in rehearsals only
 * @param rehearsal whether all accounts are on this machine
 * @param ledger file name or JDBC URL
 * @param files folder with downloads and questionnaires, below the workspace; blank for none
 */
public record Config(
    String migration,
    QontakSettings qontak,
    FreshsalesSettings freshsales,
    Optional<FreshdeskSettings> freshdesk,
    TransformSettings transform,
    Optional<ModelSettings> suggestions,
    double clockFactor,
    boolean rehearsal,
    String ledger,
    String files) {}
