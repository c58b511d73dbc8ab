package io.lidc.metadata;

/**
 * Where an object lies, and which state of it.
 *
 * @param uri names the object for good: {@code file:///archive/a.dcm}, {@code s3://bucket/key}
 * @param size in bytes; -1 where the source cannot tell
 * @param version changes whenever the object changes: time of modification, ETag
 */
public record Location(String uri, long size, String version) {}
