package dev.pindah.model.forecast;

/**
 * What one stage takes.
 *
 * @param sourceCalls calls to the source
 * @param targetCalls calls to the CRM
 * @param deskCalls calls to the helpdesk
 * @param hours under the limits of both sides, waiting for jobs of the target included
 */
public record Hours(
    String stage, Range sourceCalls, Range targetCalls, Range deskCalls, Range hours) {}
