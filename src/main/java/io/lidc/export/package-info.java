/** The tables and views of a database as files that other programs read. */
package io.lidc.export;
