/** What the service is given while it is soaked. */
package io.lidc.soak.files;
