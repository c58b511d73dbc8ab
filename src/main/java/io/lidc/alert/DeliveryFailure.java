package io.lidc.alert;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Why a channel did not take a message, in words without the address, which is a secret.
 *
 * @param refused whether the receiver understood it and does not want it
 */
public record DeliveryFailure(String reason, boolean refused) {
    /** Statuses that ask for another attempt: a timeout, too early, too many requests. */
    private static final List<Integer> LATER = List.of(408, 425, 429);

    /** What an exception means. */
    public static DeliveryFailure of(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpOperationFailedException answer) {
                return of(answer.getStatusCode());
            }
            String reason = reason(cause);
            if (reason != null) {
                return new DeliveryFailure(reason, false);
            }
        }
        return new DeliveryFailure(
                exception == null ? "unknown" : exception.getClass().getSimpleName(), false);
    }

    private static DeliveryFailure of(int status) {
        boolean redirect = status >= 300 && status < 400;
        boolean refused = status >= 300 && status < 500 && !LATER.contains(status);
        return new DeliveryFailure(
                "HTTP status " + status + (redirect ? ": a redirect, which is not followed" : ""), refused);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof SSLException) {
            return "its certificate or its TLS is not accepted: " + bounded(cause.getMessage());
        }
        if (cause instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof UnknownHostException) {
            return "its host is unknown";
        }
        return cause instanceof ConnectException ? "it cannot be reached" : null;
    }

    private static String bounded(String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200);
    }
}
