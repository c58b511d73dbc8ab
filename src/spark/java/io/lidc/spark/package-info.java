/** DICOM headers to Parquet on Apache Spark: the reader, the mapping and the rules of the pipeline, distributed by Spark. */
package io.lidc.spark;
