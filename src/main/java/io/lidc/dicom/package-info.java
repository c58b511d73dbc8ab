/**
 * What a DICOM header is, and the parts of the standard that describe it: the interfaces that a parser implements
 * ({@link io.lidc.dicom.HeaderReader}, {@link io.lidc.dicom.Header}, {@link io.lidc.dicom.DataSet}, {@link
 * io.lidc.dicom.Element}), and the data dictionary, value representations and character sets. Depends on the JDK only.
 */
package io.lidc.dicom;
