package io.lidc.cli;

/** Why routes do not start, in one line. */
final class StartFailure {
    private StartFailure() {}

    static String describe(Throwable failure) {
        StringBuilder reasons = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && reasons.indexOf(message) < 0) {
                reasons.append(reasons.isEmpty() ? "" : ": ").append(message);
            }
        }
        return reasons.isEmpty() ? failure.toString() : reasons.toString();
    }
}
