package io.lidc.source.s3;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts each request that is sent, repeated ones included, for the source that it serves. */
final class CountedRequests implements ExecutionInterceptor {
    static final ExecutionAttribute<AtomicLong> COUNTER = new ExecutionAttribute<>("io.lidc.requests");

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        AtomicLong counter = attributes.getAttribute(COUNTER);
        if (counter != null) {
            counter.incrementAndGet();
        }
    }
}
