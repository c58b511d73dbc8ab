/** Objects in the file systems that Hadoop knows, opened as the pipeline opens its own. */
package io.lidc.spark.source;
