/** Takes objects that clients push over HTTP: DICOMweb STOW-RS (PS3.18 section 10.5), and single files. */
package io.lidc.stow;
