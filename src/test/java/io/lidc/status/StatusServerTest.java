package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.config.BearerToken;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StatusServerTest {
    private static final String HOST = "127.0.0.1";
    private static final StatusAccess OPEN = new StatusAccess(new BearerToken(""), HOST, false);

    @Test
    void takesTheNextPortWhereTheFirstIsTaken() throws BindException {
        try (StatusServer first = StatusServer.listen(HOST, StatusKeys.ANY_PORT, OPEN);
                StatusServer second = StatusServer.listen(HOST, StatusKeys.ANY_PORT, OPEN)) {
            assertThat(second.port()).isGreaterThan(first.port()).isLessThanOrEqualTo(StatusServer.LAST_PORT);
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws BindException {
        try (StatusServer first = StatusServer.listen(HOST, StatusKeys.ANY_PORT, OPEN)) {
            int taken = first.port();

            assertThatThrownBy(() -> StatusServer.listen(HOST, taken, OPEN)).isInstanceOf(BindException.class);
        }
    }
}
