package io.lidc.soak;

import java.util.Random;

/**
 * Something that goes wrong while the service works.
 *
 * @param weight how often it is drawn, against the others
 * @param endsProcess whether the service starts anew after it
 */
record Fault(String name, int weight, boolean endsProcess, Injection injection) {

    /** Lets it go wrong; returns when it is over. */
    @FunctionalInterface
    interface Injection {
        void inject(Random random) throws Exception;
    }

    static Fault of(String name, int weight, Injection injection) {
        return new Fault(name, weight, false, injection);
    }

    static Fault ofProcess(String name, int weight, Injection injection) {
        return new Fault(name, weight, true, injection);
    }
}
