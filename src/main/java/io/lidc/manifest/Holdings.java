package io.lidc.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * What a database holds, in short. Two databases with the same digest hold the same headers under the same UIDs.
 *
 * @param instances how many there are
 * @param sha256 of a line for each instance, in the order of the UIDs byte by byte: SOP Instance UID, space, header digest, line
 *     feed; in hexadecimal digits
 */
record Holdings(long instances, String sha256) {

    /** Reads them all, and hands each one on. */
    static Holdings read(Connection connection, HeldInstances.Consumer each) throws SQLException, IOException {
        MessageDigest digest = newDigest();
        long count = 0;
        try (HeldInstances instances = HeldInstances.of(connection)) {
            for (HeldInstance held = instances.next(); held != null; held = instances.next()) {
                digest.update(held.line().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
                each.accept(held);
                count++;
            }
        }
        return new Holdings(count, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
