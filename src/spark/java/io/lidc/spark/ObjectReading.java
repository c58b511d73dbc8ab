package io.lidc.spark;

import io.lidc.ingest.header.ObjectReader;
import io.lidc.model.Extraction;
import io.lidc.source.ObjectReference;

/** Reads objects within a task: a broken object is an outcome, a fault of the way to it a reason to run the task again. */
public final class ObjectReading {
    private final ExecutorSettings.Tools tools;
    private final boolean isLastAttempt;

    /** @param isLastAttempt whether Spark gives up when the task fails */
    public ObjectReading(ExecutorSettings.Tools tools, boolean isLastAttempt) {
        this.tools = tools;
        this.isLastAttempt = isLastAttempt;
    }

    /** What an object gives. */
    public Extraction read(ObjectReference object) {
        try {
            Extraction extraction = tools.reader()
                    .read(
                            object,
                            (location, header, bytesRead, held) ->
                                    ObjectReader.map(tools.mapping(), location, header, bytesRead));
            if (extraction instanceof Extraction.Unreadable failure && failure.errorCode() != null) {
                TransientFailure.retry(failure.errorCode(), isLastAttempt);
            }
            return extraction;
        } catch (TransientFailure e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return ObjectReader.outOfMemory(object.location());
        } catch (RuntimeException | StackOverflowError e) {
            return ObjectReader.defect(object.location(), e);
        }
    }
}
