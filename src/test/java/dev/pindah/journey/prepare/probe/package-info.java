@org.jspecify.annotations.NullMarked
package dev.pindah.journey.prepare.probe;
