package io.lidc.soak;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All that goes wrong in one soak. */
record Faults(
        SoakClock clock,
        SmallDisk disk,
        SoakDatabase database,
        ServiceProcess service,
        HostileLoad hostile,
        PushLoad push) {

    private static final int MAX_LOCK = 12_000;
    private static final int MAX_FULL = 15_000;
    private static final int MAX_DOWN = 3_000;

    List<Fault> list() {
        List<Fault> faults = new ArrayList<>(List.of(
                Fault.of("lock", 4, this::lock),
                Fault.of("slow clients", 3, random -> new SlowClients(clock, service.port()).connect(random)),
                Fault.of("request cut off", 2, random -> push.cutNext()),
                Fault.of("hostile file", 4, hostile::deliver),
                Fault.ofProcess("kill -9", 3, random -> service.kill(random.nextInt(MAX_DOWN))),
                Fault.ofProcess("stop and start", 1, random -> service.restart())));
        faults.addAll(database.faults());
        if (disk.isSmall()) {
            faults.add(Fault.of("full disk", 3, this::fillDisk));
        }
        return List.copyOf(faults);
    }

    private void lock(Random random) throws Exception {
        try (Connection connection = database.connect()) {
            database.lock(connection, random);
            clock.pause(random.nextInt(MAX_LOCK));
        }
    }

    private void fillDisk(Random random) throws Exception {
        database.giveUpReserve();
        try {
            disk.fill();
            clock.pause(random.nextInt(MAX_FULL));
        } finally {
            disk.free();
        }
    }
}
