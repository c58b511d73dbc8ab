package io.lidc.spark;

/** A run in which not every discovered object has exactly one outcome: a defect of the program. Nothing of it counts. */
final class UnbalancedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnbalancedException(long discovered, long accounted) {
        super("the totals do not balance: " + discovered + " objects discovered, " + accounted + " accounted for");
    }
}
