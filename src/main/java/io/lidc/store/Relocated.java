package io.lidc.store;

/**
 * How many rows name another location now.
 *
 * @param instances whose objects lie elsewhere
 * @param setAside of objects that gave no instance row of their own, past states included
 */
public record Relocated(long instances, long setAside) {

    Relocated plus(Relocated other) {
        return new Relocated(instances + other.instances, setAside + other.setAside);
    }
}
