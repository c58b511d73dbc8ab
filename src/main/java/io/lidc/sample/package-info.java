/** Writes a small synthetic tree of DICOM files, sound and broken ones, to try the pipeline on. Imports the JDK only. */
package io.lidc.sample;
