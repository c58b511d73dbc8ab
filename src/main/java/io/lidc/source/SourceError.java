package io.lidc.source;

/**
 * Why a source cannot give an object, or a place that holds objects. The names are stable: databases, dead letters and alerts
 * carry them.
 */
public enum SourceError {
    /** There is no permission to read it. */
    ACCESS_DENIED,
    /** It was listed and is gone, or is a link that leads nowhere. */
    GONE,
    /** A link to a folder that holds the link. */
    LINK_LOOP,
    /** Neither a file nor a folder: a link within an archive, a device. */
    NOT_A_FILE,
    /** The file cannot be moved out of its drop folder, and was not read. */
    NOT_CLAIMED,
    /** Reading failed for a reason that the message tells in the words of the operating system. */
    IO_ERROR,

    /** The archive is no archive of its kind, is damaged, or ends early. */
    ARCHIVE_BROKEN,
    /** An archive within an archive within an archive. */
    ARCHIVE_TOO_DEEP,
    /** The archive holds more entries than {@code archive.max-entries}. */
    ARCHIVE_TOO_MANY_ENTRIES,
    /** The archive's entries come to more bytes than {@code archive.max-bytes}. */
    ARCHIVE_TOO_LARGE,
    /** The archive, or the entry, inflates to more than {@code archive.max-ratio} times its size. */
    ARCHIVE_RATIO,
    /** The entry of the archive is encrypted. */
    ENCRYPTED,
    /** The entry of the archive has a name that is absolute or leads out of the archive. */
    UNSAFE_NAME,
    /** The entry of the archive is compressed by a method that cannot be read. */
    UNSUPPORTED_COMPRESSION,
    /** The entry is stored and its size only follows it: in a zip file that passes as a stream, nothing tells where it ends. */
    STORED_WITHOUT_SIZE,
    /** Memory ran out while the archive was read; the next run reads it again. */
    OUT_OF_MEMORY,
    /** Bytes of an entry were asked for that have passed by in a stream: a defect of the program. */
    ENTRY_PASSED,

    /** The object changed after it was listed; the next run reads it. */
    CHANGED,
    /** The object lies in a storage class from which it must be restored first. */
    NOT_RESTORED,
    /** The server asks to slow down, even after all attempts. */
    THROTTLED,
    /** The server did not answer in time, even after all attempts. */
    TIMEOUT,
    /** The server cannot be reached. */
    UNREACHABLE,
    /** The server failed; the message tells its status. */
    SERVER_ERROR,
    /** A message of a queue that is no notification of a bucket. */
    BAD_EVENT,
    /** A record of a topic that is no reference to an object. */
    BAD_REFERENCE,
    /** Messages could not be deleted from their queue and will be delivered again. */
    NOT_DELETED,

    /** The download did not bring the object. */
    NOT_DOWNLOADED,
    /** The object was pushed, or named by a message that is gone, and its bytes were not kept: it cannot be read again. */
    NOT_KEPT
}
