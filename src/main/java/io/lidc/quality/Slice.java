package io.lidc.quality;

/**
 * What the check of a series needs of one instance. Numbers that the header lacks are null.
 *
 * @param imageType Image Type (0008,0008), values separated by backslashes; null without one
 * @param position of the centre of the upper left pixel; null without one
 * @param orientation null without one, or where it spans no plane
 */
record Slice(
        String sopInstanceUid,
        Integer instanceNumber,
        Integer acquisitionNumber,
        String imageType,
        Integer numberOfFrames,
        Double thickness,
        Double pixelSpacingRow,
        Double pixelSpacingColumn,
        Integer rows,
        Integer columns,
        String kernel,
        Vector position,
        Orientation orientation) {

    /** A projection image for planning (PS3.3 section C.8.2.1.1.1), which is no slice. */
    boolean isLocalizer() {
        return imageType != null && imageType.contains("LOCALIZER");
    }

    /** Its planes lie in functional groups (PS3.3 section C.7.6.16), which have no columns. */
    boolean isMultiFrame() {
        return numberOfFrames != null && numberOfFrames > 1;
    }

    /** Whether it can be placed among others. */
    boolean hasPlace() {
        return position != null && orientation != null;
    }
}
