/**
 * A soak: the service in a process of its own, under load from inbox, folder and push, while faults are injected at random. At its end
 * the database is compared with that of a quiet run over the same objects. {@code mvn -P soak verify}
 */
package io.lidc.soak;
