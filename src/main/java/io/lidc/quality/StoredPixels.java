package io.lidc.quality;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import io.lidc.model.Location;
import io.lidc.source.ByteSourceStream;
import io.lidc.source.Presence;
import io.lidc.source.Sources;
import io.lidc.source.StoredLocations;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the pixel data of stored instances, byte for byte, where their objects are files that still lie there: over a network, whole
 * images would be fetched for it.
 */
public final class StoredPixels implements PixelComparison {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPixels.class);
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;
    private final Sources sources;
    private final HeaderReader reader;

    /** Finds locations in the database, opens them by the sources and their headers by the reader. */
    public StoredPixels(DataSource dataSource, Sources sources, HeaderReader reader) {
        this.dataSource = dataSource;
        this.sources = sources;
        this.reader = reader;
    }

    @Override
    public Optional<Boolean> equal(String one, String other) throws SQLException {
        Location first = location(one);
        Location second = location(other);
        if (!isAtHand(first) || !isAtHand(second)) {
            return Optional.empty();
        }
        try (ByteSource a = sources.open(first, null);
                ByteSource b = sources.open(second, null)) {
            return equal(a, b);
        } catch (DicomException | IOException e) {
            LOG.debug(
                    "The pixels of instance {} cannot be compared: {}",
                    other,
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static boolean isAtHand(Location location) {
        return location != null && StoredLocations.presence(location.uri()) == Presence.PRESENT;
    }

    private Optional<Boolean> equal(ByteSource one, ByteSource other) throws DicomException, IOException {
        Header first = reader.read(one);
        Header second = reader.read(other);
        Element a = first.element(Tag.PIXEL_DATA);
        Element b = second.element(Tag.PIXEL_DATA);
        boolean comparable = first.transferSyntaxUid().equals(second.transferSyntaxUid())
                && !first.transferSyntaxUid().equals(DEFLATED);
        if (!comparable || a == null || b == null || a.offset() < 0 || b.offset() < 0) {
            return Optional.empty();
        }
        // From tag, VR and length on: another length makes other bytes.
        return Optional.of(sameBytes(
                new ByteSourceStream(one, a.offset(), BUFFER), new ByteSourceStream(other, b.offset(), BUFFER)));
    }

    private static boolean sameBytes(InputStream one, InputStream other) throws IOException {
        byte[] a;
        byte[] b;
        do {
            a = one.readNBytes(BUFFER);
            b = other.readNBytes(BUFFER);
            if (!Arrays.equals(a, b)) {
                return false;
            }
        } while (a.length > 0);
        return true;
    }

    private Location location(String sopInstanceUid) throws SQLException {
        String sql = "select source_uri, size, version from instance where sop_instance_uid = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, sopInstanceUid);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Location(row.getString(1), row.getLong(2), row.getString(3)) : null;
            }
        }
    }
}
