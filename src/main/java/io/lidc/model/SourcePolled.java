package io.lidc.model;

/**
 * A poll of a source that has ended: what {@code seda:source-polled} tells.
 *
 * @param source what is polled, as the route names it
 * @param code why it could not be read, as a stable code; null where it could
 * @param foundSomething whether there was an object, known ones included
 */
public record SourcePolled(String source, String code, boolean foundSomething) {}
