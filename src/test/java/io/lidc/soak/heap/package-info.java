/** What the service holds while it is soaked. */
package io.lidc.soak.heap;
