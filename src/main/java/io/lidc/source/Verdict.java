package io.lidc.source;

/**
 * What became of an object, once its outcome is in the database.
 *
 * @param readable false where it ended as FAILED
 * @param runId the run that came to this verdict: the object's dead letter lies in the folder of this name
 */
public record Verdict(boolean readable, String runId) {}
