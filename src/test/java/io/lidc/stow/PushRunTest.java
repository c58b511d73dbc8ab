package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.IngestRun;
import io.lidc.store.MetadataStore;
import io.lidc.store.jdbc.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By a clock of the test: a run ends after 10 s without a request. */
class PushRunTest {
    @TempDir
    private Path folder;

    private final CamelContext context = new DefaultCamelContext();
    private final List<IngestRun> ended = new ArrayList<>();
    private HikariDataSource database;
    private PushRun run;
    private long now;
    private boolean unavailable;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.SQLITE.open(folder);
        run = new PushRun(new MetadataStore(database), this::end, 10, () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void end(IngestRun over) {
        if (unavailable) {
            throw new IllegalStateException("the database does not answer");
        }
        ended.add(over);
    }

    @Test
    void endsWhenNoRequestComesForTheIdleTime() throws Exception {
        IngestRun first = serve();
        pass(9);
        assertThat(ended).isEmpty();
        pass(1);

        assertThat(ended).containsExactly(first);
    }

    @Test
    void goesOnWhileRequestsCome() throws Exception {
        IngestRun first = serve();
        pass(9);
        IngestRun second = serve();
        pass(9);

        assertThat(second).isSameAs(first);
        assertThat(ended).isEmpty();
    }

    @Test
    void goesOnWhileARequestIsPartOfIt() throws Exception {
        Exchange exchange = new DefaultExchange(context);
        run.join(exchange);
        pass(1_000);
        assertThat(ended).isEmpty();

        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
        pass(10);

        assertThat(ended).hasSize(1);
    }

    @Test
    void startsAnotherWithTheNextRequest() throws Exception {
        IngestRun first = serve();
        pass(10);
        IngestRun second = serve();
        run.end();

        assertThat(second).isNotSameAs(first);
        assertThat(ended).containsExactly(first, second);
    }

    @Test
    void endsOnceOnly() throws Exception {
        serve();
        run.end();
        run.end();
        pass(10);

        assertThat(ended).hasSize(1);
    }

    @Test
    void triesAgainWhenTheEndCannotBePutOnRecord() throws Exception {
        IngestRun first = serve();
        unavailable = true;
        pass(10);
        unavailable = false;
        pass(1);

        assertThat(ended).containsExactly(first);
    }

    private IngestRun serve() throws Exception {
        Exchange exchange = new DefaultExchange(context);
        IngestRun joined = run.join(exchange);
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
        return joined;
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        run.endIfIdle();
    }
}
