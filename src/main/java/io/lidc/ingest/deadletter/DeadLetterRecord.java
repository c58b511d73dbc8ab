package io.lidc.ingest.deadletter;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The dead-letter record of an object, as JSON.
 *
 * @param location the object's URI
 * @param size in bytes; -1 where unknown
 * @param version the state of the object that was tried
 * @param code a stable error code
 * @param offset in bytes from the object's first; null where the trouble has no place in it
 * @param message the reason in words, without any value of the data set
 * @param time of the trial, ISO 8601 in UTC
 * @param run the run that tried
 */
@JsonPropertyOrder({"location", "size", "version", "code", "offset", "message", "time", "run"})
public record DeadLetterRecord(
        String location,
        long size,
        String version,
        String code,
        Long offset,
        String message,
        String time,
        String run) {}
