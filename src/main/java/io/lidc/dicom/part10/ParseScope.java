package io.lidc.dicom.part10;

/** The sequence, item or data set that is being parsed. */
final class ParseScope {
    static final long UNBOUNDED = Long.MAX_VALUE;

    enum Kind {
        DATA_SET,
        SEQUENCE,
        ITEM
    }

    final ParseScope parent;
    final Kind kind;

    /** Row of the sequence or item; -1 for the data set. */
    final int row;

    /** Position in the object at which it ends at the latest. */
    final long end;

    /** Whether a delimiter ends it. */
    final boolean undefined;

    /** Encoding of the elements in it. */
    final Encoding encoding;

    /** Shift of the buffer at its start. */
    final long shift;

    /** Number of sequences around it, itself included. */
    final int depth;

    /** Tag of the last element parsed in it. */
    int last;

    ParseScope(ParseScope parent, Kind kind, int row, long end, boolean undefined, Encoding encoding, long shift) {
        this.parent = parent;
        this.kind = kind;
        this.row = row;
        this.end = end;
        this.undefined = undefined;
        this.encoding = encoding;
        this.shift = shift;
        this.depth = parent == null ? 0 : parent.depth + (kind == Kind.SEQUENCE ? 1 : 0);
    }
}
