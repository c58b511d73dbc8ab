package io.lidc.ingest;

import io.lidc.ingest.deadletter.DeadLetter;
import io.lidc.model.Extraction;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each object that cannot be read, up to so many a minute; then a count of those that had none. */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final long MINUTE = 60_000_000_000L;
    private static final int LINES_PER_MINUTE = 20;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private long start;
    private int lines;
    private long untold;

    FailureLog() {
        this(LINES_PER_MINUTE, System::nanoTime);
    }

    FailureLog(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Nothing but the name of the dead letter tells which object it is: locations may name patients. */
    synchronized void tell(IngestRun run, List<DeadLetter> letters) {
        startMinute();
        LogContext context = LogContext.of(run);
        try {
            for (DeadLetter letter : letters) {
                if (lines < perMinute) {
                    lines++;
                    tell(letter);
                } else if (untold++ == 0) {
                    LOG.info("Further objects cannot be read; they are counted until the minute is over");
                }
            }
        } finally {
            context.close();
        }
    }

    private static void tell(DeadLetter letter) {
        Extraction.Unreadable failure = letter.failure();
        LogContext code = LogContext.ofCode(failure.errorCode());
        try {
            LOG.info(
                    "Object cannot be read: {} at {}, {}; dead letter {}/{}",
                    failure.errorCode(),
                    failure.errorOffset() < 0 ? "no offset" : failure.errorOffset(),
                    failure.message(),
                    letter.runId(),
                    letter.getName());
        } finally {
            code.close();
        }
    }

    private void startMinute() {
        long now = nanoTime.getAsLong();
        if (now - start >= MINUTE) {
            if (untold > 0) {
                LOG.info("{} more objects could not be read, each with its dead letter or its row", untold);
            }
            start = now;
            lines = 0;
            untold = 0;
        }
    }
}
