package io.lidc.source.s3;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Stable codes and plain words for what S3 and SQS refuse. Messages of the SDK hold keys of objects; these do not. */
final class S3Failure {
    private S3Failure() {}

    static SourceException of(SdkException e) {
        if (e instanceof AwsServiceException refusal) {
            String code = refusal.awsErrorDetails() == null
                    ? ""
                    : String.valueOf(refusal.awsErrorDetails().errorCode());
            return refused(refusal, code);
        }
        return isTimeout(e)
                ? SourceException.ofTransient(
                        SourceError.TIMEOUT, "the server did not answer in time, the last time too", e)
                : SourceException.ofTransient(
                        SourceError.UNREACHABLE, "no answer: " + e.getClass().getSimpleName(), e);
    }

    /** Why there is no source, in words that are the same each time: those of the SDK name requests and objects in memory. */
    static String words(SdkException e) {
        if (e instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null) {
            return refusal.awsErrorDetails().errorMessage();
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unable to load region")) {
            return "there is no region: neither the setting s3.region nor the environment tells one";
        }
        return message.startsWith("Unable to load credentials")
                ? "there are no credentials in the environment"
                : of(e).getMessage();
    }

    private static SourceException refused(AwsServiceException refusal, String code) {
        if (code.equals("InvalidObjectState")) {
            return new SourceException(
                    SourceError.NOT_RESTORED, "it lies in a storage class from which it must be restored", refusal);
        }
        return switch (refusal.statusCode()) {
            case 401, 403 -> new SourceException(SourceError.ACCESS_DENIED, "no permission to read it", refusal);
            case 404 ->
                SourceException.ofTransient(
                        SourceError.GONE, "there is no such object any more, or no such bucket", refusal);
            case 412 ->
                new SourceException(
                        SourceError.CHANGED, "it changed after it was listed; the next run reads it", refusal);
            case 429, 503 ->
                SourceException.ofTransient(
                        SourceError.THROTTLED, "the server asks to slow down, the last time too", refusal);
            default ->
                SourceException.ofTransient(
                        SourceError.SERVER_ERROR, "status " + refusal.statusCode() + " " + code, refusal);
        };
    }

    private static boolean isTimeout(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException || cause instanceof ApiCallAttemptTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
