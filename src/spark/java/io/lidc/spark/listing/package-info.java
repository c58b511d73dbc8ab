/** What there is to read, found by many tasks. */
package io.lidc.spark.listing;
