package io.lidc.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws faults until the soak is over, now and then two at a time. The process is killed in the first half only: the second half belongs
 * to one process, whose heap is judged.
 */
final class FaultInjector implements Runnable {
    private static final int MIN_PAUSE = 1_000;
    private static final int MAX_PAUSE = 9_000;
    private static final int ONE_IN_SO_MANY_WITH_ANOTHER = 4;

    private final SoakClock clock;
    private final List<Fault> faults;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> history = new ArrayList<>(List.of("second,seconds,fault,trouble"));

    FaultInjector(SoakClock clock, List<Fault> faults, Random random) {
        this.clock = clock;
        this.faults = faults;
        this.random = random;
    }

    /** How often each has been injected. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** When each was injected, how long it lasted and what kept it from its end, as lines of CSV. */
    synchronized List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public void run() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            clock.pause(MAX_PAUSE);
            while (!clock.isOver()) {
                List<Future<?>> injected = new ArrayList<>();
                for (Fault fault : draw()) {
                    Random own = new Random(random.nextLong());
                    injected.add(threads.submit(() -> inject(fault, own)));
                }
                for (Future<?> fault : injected) {
                    fault.get();
                }
                clock.pause(MIN_PAUSE + random.nextInt(MAX_PAUSE));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private List<Fault> draw() {
        Fault first = drawFrom(faults.stream()
                .filter(fault -> clock.share() < 0.5 || !fault.endsProcess())
                .toList());
        if (random.nextInt(ONE_IN_SO_MANY_WITH_ANOTHER) > 0) {
            return List.of(first);
        }
        return List.of(
                first,
                drawFrom(faults.stream()
                        .filter(fault -> fault != first && !fault.endsProcess())
                        .toList()));
    }

    private Fault drawFrom(List<Fault> candidates) {
        int left = random.nextInt(candidates.stream().mapToInt(Fault::weight).sum());
        int index = 0;
        while (left >= candidates.get(index).weight()) {
            left -= candidates.get(index++).weight();
        }
        return candidates.get(index);
    }

    private void inject(Fault fault, Random own) {
        double start = clock.seconds();
        String trouble = "";
        try {
            fault.injection().inject(own);
        } catch (Exception e) {
            // One fault may end the connection through which another is injected.
            trouble = String.valueOf(e.getMessage()).replaceAll("[\\s,]+", " ");
        }
        note(fault, start, trouble);
    }

    private synchronized void note(Fault fault, double start, String trouble) {
        counts.merge(fault.name(), 1, Integer::sum);
        history.add(
                String.format(Locale.ROOT, "%.1f,%.1f,%s,%s", start, clock.seconds() - start, fault.name(), trouble));
    }
}
