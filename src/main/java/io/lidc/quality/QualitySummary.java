package io.lidc.quality;

/**
 * What a check came to, by verdict, of the series that were checked.
 *
 * @param runId the run that it followed
 */
public record QualitySummary(String runId, int complete, int suspect, int broken) {

    /** How many series were checked. */
    public int checked() {
        return complete + suspect + broken;
    }
}
