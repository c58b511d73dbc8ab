/** A parser of encoded headers (PS3.10, PS3.5). Only its reader is public; the rest is behind the interfaces. */
package io.lidc.dicom.part10;
