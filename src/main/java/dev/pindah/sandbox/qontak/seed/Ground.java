package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.seed.People;

/** What all generators of rows stand on. */
record Ground(
    Dice dice,
    People people,
    Counts counts,
    Users users,
    Links links,
    Media media,
    CustomValues values) {}
