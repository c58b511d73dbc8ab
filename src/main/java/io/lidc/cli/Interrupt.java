package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.ingest.IngestRun;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and TERM end a run after the current chunk: the process lives until what was read is stored and told. */
final class Interrupt {
    private static final long TIMEOUT_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(IngestRun run, Terminal terminal) {
        hook = new Thread(() -> stop(run, terminal), "interrupt");
    }

    /** Does the work with the hook in place. */
    static <T> T stops(IngestRun run, Terminal terminal, Callable<T> work) throws Exception {
        Interrupt interrupt = new Interrupt(run, terminal);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        try {
            return work.call();
        } finally {
            interrupt.end();
        }
    }

    private void stop(IngestRun run, Terminal terminal) {
        run.requestStop();
        terminal.note("stopping after the current chunk");
        try {
            if (!ended.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                terminal.error("the current chunk of run " + run.id() + " did not end within " + TIMEOUT_SECONDS
                        + " s; the next run reads it again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is going down already: the hook is what asked for the end.
            return;
        }
    }
}
