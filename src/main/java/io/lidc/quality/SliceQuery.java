package io.lidc.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the instances of some series. */
final class SliceQuery {
    /** How many series are read at once: few enough to be held in memory, whatever they hold. */
    static final int SERIES_AT_A_TIME = 32;

    private static final String SELECT = """
            select series_instance_uid, sop_instance_uid, instance_number, acquisition_number, image_type, number_of_frames,
              slice_thickness, pixel_spacing_row, pixel_spacing_column, rows, columns, convolution_kernel,
              image_position_x, image_position_y, image_position_z,
              image_orientation_row_x, image_orientation_row_y, image_orientation_row_z,
              image_orientation_column_x, image_orientation_column_y, image_orientation_column_z
            from instance where series_instance_uid in (%s)
            """.formatted(String.join(", ", Collections.nCopies(SERIES_AT_A_TIME, "?")));

    private SliceQuery() {}

    /** The slices of at most {@value #SERIES_AT_A_TIME} series, by Series Instance UID; a series without any is absent. */
    static Map<String, List<Slice>> read(Connection connection, List<CtSeries> series) throws SQLException {
        Map<String, List<Slice>> slices = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            for (int i = 0; i < SERIES_AT_A_TIME; i++) {
                statement.setString(i + 1, i < series.size() ? series.get(i).uid() : null);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    slices.computeIfAbsent(rows.getString(1), uid -> new ArrayList<>())
                            .add(slice(rows));
                }
            }
        }
        return slices;
    }

    private static Slice slice(ResultSet row) throws SQLException {
        return new Slice(
                row.getString(2),
                integer(row, 3),
                integer(row, 4),
                row.getString(5),
                integer(row, 6),
                decimal(row, 7),
                decimal(row, 8),
                decimal(row, 9),
                integer(row, 10),
                integer(row, 11),
                row.getString(12),
                vector(row, 13),
                orientation(vector(row, 16), vector(row, 19)));
    }

    private static Orientation orientation(Vector row, Vector column) {
        if (row == null || column == null) {
            return null;
        }
        Orientation orientation = new Orientation(row, column);
        return orientation.isValid() ? orientation : null;
    }

    private static Vector vector(ResultSet row, int first) throws SQLException {
        Double x = decimal(row, first);
        Double y = decimal(row, first + 1);
        Double z = decimal(row, first + 2);
        return x == null || y == null || z == null ? null : new Vector(x, y, z);
    }

    /** Null reads as 0: the driver is asked about nothing else, which is a call into native code for each value. */
    private static Integer integer(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return number == 0 && row.wasNull() ? null : (Integer) number;
    }

    private static Double decimal(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return number == 0 && row.wasNull() ? null : (Double) number;
    }
}
