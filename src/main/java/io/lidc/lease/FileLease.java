package io.lidc.lease;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.file.cluster.FileLockClusterService;

/** A lease that is a locked file. A process that is killed loses it at once; another takes it after five looks without a sign of life. */
public final class FileLease {
    private FileLease() {}

    /** @param retryPeriod between two looks, the same in all processes */
    public static CamelClusterService in(Path folder, Duration retryPeriod) {
        FileLockClusterService service = new FileLockClusterService();
        service.setRoot(folder.toString());
        service.setAcquireLockDelay(retryPeriod.toMillis(), TimeUnit.MILLISECONDS);
        service.setAcquireLockInterval(retryPeriod.toMillis(), TimeUnit.MILLISECONDS);
        return service;
    }
}
