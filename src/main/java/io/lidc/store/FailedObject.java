package io.lidc.store;

import io.lidc.model.Location;

/**
 * An object that is set aside as FAILED.
 *
 * @param location in the state that could not be read
 * @param runId the run that came to that outcome: the object's dead letter lies in the folder of this name
 * @param runEnded whether that run leaves no further dead letters
 * @param attempts times that it was read in that state
 */
public record FailedObject(Location location, String runId, boolean runEnded, int attempts) {}
