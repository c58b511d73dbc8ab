package io.lidc.store;

import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import java.util.List;

/**
 * A chunk that the database holds.
 *
 * @param totals what it came to
 * @param outcomes of the objects that were read, in the order of the extractions
 */
public record CommittedChunk(Totals totals, List<Outcome> outcomes) {}
