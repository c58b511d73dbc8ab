package io.lidc.model;

/**
 * What the database keeps of one header.
 *
 * @param study null where the header names none
 * @param series null where the header names none
 */
public record Metadata(Patient patient, Study study, Series series, Instance instance) {}
