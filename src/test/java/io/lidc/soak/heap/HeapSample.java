package io.lidc.soak.heap;

import java.util.List;
import java.util.Locale;

/**
 * What the service held at one moment.
 *
 * @param second of the soak
 * @param life number of its process
 * @param heap bytes after a full collection
 * @param resident bytes of the process in memory
 * @param files open files and sockets
 */
public record HeapSample(double second, int life, long heap, long resident, int threads, int files) {
    /** The first line of CSV. */
    public static final String COLUMNS = "second,life,heap_bytes,resident_bytes,threads,open_files";

    /** Growth beyond this share, and these bytes, is no longer flat. */
    private static final double TOLERANCE = 0.1;

    private static final long TOLERANCE_BYTES = 2 << 20;
    private static final int MIN_SAMPLES = 6;

    /** A line of CSV. */
    public String csv() {
        return String.format(Locale.ROOT, "%.1f,%d,%d,%d,%d,%d", second, life, heap, resident, threads, files);
    }

    /**
     * Whether the heap of the last process falls as low in the second half of its time as in the first, once it has warmed up. The
     * lowest sample counts: what is on its way at a moment adds to the others.
     */
    public static boolean isFlat(List<HeapSample> samples) {
        List<HeapSample> last = ofLastLife(samples);
        List<HeapSample> warm = last.subList(last.size() / 4, last.size());
        if (warm.size() < MIN_SAMPLES) {
            return false;
        }
        long before = lowest(warm.subList(0, warm.size() / 2));
        long after = lowest(warm.subList(warm.size() / 2, warm.size()));
        return after <= before * (1 + TOLERANCE) + TOLERANCE_BYTES;
    }

    /** Those of the last process. */
    public static List<HeapSample> ofLastLife(List<HeapSample> samples) {
        int life = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).life;
        return samples.stream().filter(sample -> sample.life == life).toList();
    }

    private static long lowest(List<HeapSample> samples) {
        return samples.stream().mapToLong(HeapSample::heap).min().orElse(0);
    }
}
