/** Values typed from their decoded text, for every parser alike. */
package io.lidc.dicom.value;
