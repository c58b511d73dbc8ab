/** Metadata that were read before: the Parquet files that the Spark job and {@code lidc export} write, as a source of objects. */
package io.lidc.source.parquet;
