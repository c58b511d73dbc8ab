package io.lidc.dicom;

/** A sequence, an item or the whole data set that the parser is in. */
final class Frame {
    static final long UNBOUNDED = Long.MAX_VALUE;

    enum Kind {
        DATA_SET,
        SEQUENCE,
        ITEM
    }

    final Frame parent;
    final Kind kind;

    /** Row of the sequence or item; -1 for the data set. */
    final int row;

    /** Position in the object that it cannot pass. */
    final long end;

    /** Whether a delimiter ends it. */
    final boolean undefined;

    /** Of the elements in it. */
    final Encoding encoding;

    /** The window's shift where it starts. */
    final long shift;

    /** Sequences around it, itself included. */
    final int depth;

    /** Tag of the last element in it. */
    int last;

    Frame(Frame parent, Kind kind, int row, long end, boolean undefined, Encoding encoding, long shift) {
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
