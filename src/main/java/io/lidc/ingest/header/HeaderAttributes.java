package io.lidc.ingest.header;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Header;
import io.lidc.model.Location;

/** An object as a filter sees it: its location, and its attributes by keyword (PS3.6). */
public final class HeaderAttributes {
    private final Location location;
    private final Header header;

    HeaderAttributes(Location location, Header header) {
        this.location = location;
        this.header = header;
    }

    /** Where the object lies. */
    public Location getLocation() {
        return location;
    }

    /**
     * The whole value of an attribute, several values separated by backslashes; null where it is absent or empty.
     *
     * @throws IllegalArgumentException for what is not a keyword of PS3.6
     */
    public String text(String keyword) {
        return header.text(tag(keyword));
    }

    /** The first value of an attribute as a number; null where it is absent, empty or not a number. */
    public Double number(String keyword) {
        return header.decimal(tag(keyword), 0);
    }

    private static int tag(String keyword) {
        return DataDictionary.tag(keyword)
                .orElseThrow(() -> new IllegalArgumentException(keyword + " is not a keyword of PS3.6"));
    }

    /** Without values: a header may belong to a patient. */
    @Override
    public String toString() {
        return "attributes of an object";
    }
}
