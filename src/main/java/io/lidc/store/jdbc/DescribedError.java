package io.lidc.store.jdbc;

/** An error of the database that says in one line, without any value that the database was given, what a person needs to know. */
public interface DescribedError {}
