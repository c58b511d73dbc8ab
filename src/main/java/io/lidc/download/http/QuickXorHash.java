package io.lidc.download.http;

import java.security.MessageDigest;

/**
 * The hash that SharePoint keeps for each file: 160 bits, each byte XORed in 11 bits after the one before, the length XORed
 * into the last 64 bits (Microsoft Graph, "QuickXorHash algorithm").
 */
final class QuickXorHash extends MessageDigest {
    private static final int BITS = 160;
    private static final int BYTES = BITS / 8;
    private static final int SHIFT = 11;

    private final byte[] cells = new byte[BYTES];
    private int position;
    private long length;

    QuickXorHash() {
        super("QuickXorHash");
    }

    @Override
    protected int engineGetDigestLength() {
        return BYTES;
    }

    @Override
    protected void engineUpdate(byte input) {
        int shifted = (input & 0xFF) << (position & 7);
        int cell = position >> 3;
        cells[cell] ^= (byte) shifted;
        cells[cell + 1 == BYTES ? 0 : cell + 1] ^= (byte) (shifted >> 8);
        position += SHIFT;
        position -= position >= BITS ? BITS : 0;
        length++;
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            engineUpdate(input[i]);
        }
    }

    @Override
    protected byte[] engineDigest() {
        byte[] digest = cells.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            digest[BYTES - Long.BYTES + i] ^= (byte) (length >> (8 * i));
        }
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        java.util.Arrays.fill(cells, (byte) 0);
        position = 0;
        length = 0;
    }
}
