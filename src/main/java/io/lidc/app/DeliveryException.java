package io.lidc.app;

/** A channel did not take a message. The message of this exception says why, without the channel's address. */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
