package io.lidc.ingest;

import io.lidc.ingest.deadletter.DeadLetter;
import io.lidc.model.Extraction;
import io.lidc.model.Outcome;
import io.lidc.source.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Objects that are to be read, and what reading them has given so far: an extraction for each, or nothing where it is left for later. */
final class Reading {
    private final List<ObjectReference> objects;
    private final List<Extraction> extractions;
    private final BiFunction<Extraction.Unreadable, ObjectReference, Extraction> placing;

    /** @param placing gives a failure the location under which it is kept */
    Reading(List<ObjectReference> objects, BiFunction<Extraction.Unreadable, ObjectReference, Extraction> placing) {
        this.objects = objects;
        this.placing = placing;
        this.extractions = new ArrayList<>(objects.size());
    }

    List<ObjectReference> objects() {
        return objects;
    }

    /** Adds what reading the next object gave; null where it is to be read later. */
    void add(Extraction extraction) {
        extractions.add(placed(extraction, extractions.size()));
    }

    private Extraction placed(Extraction extraction, int index) {
        return isFailure(extraction)
                ? placing.apply((Extraction.Unreadable) extraction, objects.get(index))
                : extraction;
    }

    private static boolean isFailure(Extraction extraction) {
        return extraction instanceof Extraction.Unreadable failure && failure.outcome() == Outcome.FAILED;
    }

    boolean hasFailures() {
        return extractions.stream().anyMatch(Reading::isFailure);
    }

    List<DeadLetter> deadLetters(String runId) {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < extractions.size(); i++) {
            if (isFailure(extractions.get(i))) {
                letters.add(new DeadLetter(runId, objects.get(i), (Extraction.Unreadable) extractions.get(i)));
            }
        }
        return letters;
    }

    /** Puts a failure in the place of each of these instances, and tells how many there were. */
    int reject(List<Extraction> refused) {
        int count = 0;
        for (int i = 0; i < extractions.size(); i++) {
            Extraction extraction = extractions.get(i);
            if (extraction instanceof Extraction.Read read && refused.stream().anyMatch(one -> one == extraction)) {
                extractions.set(i, placed(Extraction.Unreadable.rejected(read), i));
                count++;
            }
        }
        return count;
    }

    /**
     * What has been read.
     *
     * @throws IllegalStateException when that is nothing, or not every object was asked for
     */
    List<Extraction> given() {
        List<Extraction> given = extractions.stream().filter(Objects::nonNull).toList();
        if (extractions.size() != objects.size() || given.isEmpty() && !objects.isEmpty()) {
            throw new IllegalStateException(objects.size() + " objects were to be read and " + given.size() + " were");
        }
        return given;
    }

    /** The objects that have been read, in the order of what they gave. */
    List<ObjectReference> read() {
        return objects(true);
    }

    /** The objects that are to be read later. */
    List<ObjectReference> later() {
        return objects(false);
    }

    private List<ObjectReference> objects(boolean read) {
        List<ObjectReference> some = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (read == (extractions.get(i) != null)) {
                some.add(objects.get(i));
            }
        }
        return some;
    }
}
