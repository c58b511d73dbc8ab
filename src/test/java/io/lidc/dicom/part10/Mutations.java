package io.lidc.dicom.part10;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages headers in the ways that disks, networks and writers do, and in those that an attacker would. */
final class Mutations {
    private static final int[] LENGTHS = {-1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 1, 0xFFFF, 0x10000, 1 << 24};

    /** Bytes with a meaning in text: padding, delimiters of values and names, escape, signs. */
    private static final byte[] DELIMITERS = "\0 \\^=\u001B-.,Ee".getBytes(US_ASCII);

    private final List<byte[]> seeds;
    private final Random random;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    /** The next damaged header; the same for the same seed. */
    byte[] next() {
        byte[] bytes = any().clone();
        int rounds = 1 + random.nextInt(4);
        for (int i = 0; i < rounds && bytes.length > 0; i++) {
            bytes = damage(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] damage(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(9)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                byte[] other = any();
                int from = other.length == 0 ? 0 : random.nextInt(other.length);
                return DicomWriter.join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
            }
            case 4 -> overwrite(bytes, at, DicomWriter.little(LENGTHS[random.nextInt(LENGTHS.length)], 4));
            case 5 -> overwrite(bytes, at, DicomWriter.little(random.nextInt(), 2));
            case 6 -> {
                int to = Math.min(bytes.length, at + random.nextInt(64));
                return DicomWriter.join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            }
            case 7 -> bytes[at] = DELIMITERS[random.nextInt(DELIMITERS.length)];
            default -> {
                int to = Math.min(bytes.length, at + random.nextInt(64));
                return DicomWriter.join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static void overwrite(byte[] bytes, int at, byte[] with) {
        System.arraycopy(with, 0, bytes, at, Math.min(with.length, bytes.length - at));
    }
}
