/** One process of several that does what only one should do at a time: it holds a lease. */
package io.lidc.lease;
