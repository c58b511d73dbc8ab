/** Algorithms on text that know nothing of DICOM. */
package io.lidc.dicom.text;
