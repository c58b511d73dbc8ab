package io.lidc.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/** A database that goes away for a while, when a test wants it to. */
public final class FaultyDataSource {
    private final DataSource sound;
    private int connections;
    private int commits;
    private int refused;
    private int firstRefused = Integer.MAX_VALUE;
    private int refusals;
    private int unanswered = Integer.MAX_VALUE;
    private int undone = Integer.MAX_VALUE;

    /** A database that is well. */
    public FaultyDataSource(DataSource sound) {
        this.sound = sound;
    }

    /** After some connections, refuses some. */
    public synchronized FaultyDataSource refuseConnections(int after, int count) {
        firstRefused = connections + after + 1;
        refusals = count;
        return this;
    }

    /** Breaks the connection after the n-th commit has been done, before it is answered. */
    public synchronized FaultyDataSource loseAnswerToCommit(int n) {
        unanswered = n;
        return this;
    }

    /** Breaks the connection instead of the n-th commit. */
    public synchronized FaultyDataSource loseConnectionBeforeCommit(int n) {
        undone = n;
        return this;
    }

    /** How many connections were asked for. */
    public synchronized int connections() {
        return connections;
    }

    /** How many connections were refused. */
    public synchronized int refused() {
        return refused;
    }

    /** What the program sees. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.getName().equals("getConnection") ? connect() : call(sound, method, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    /** The wait for a connection is outside the lock: whoever gives one back counts its commit first. */
    private Connection connect() throws SQLException {
        count();
        return sound.getConnection();
    }

    private synchronized void count() throws SQLException {
        connections++;
        if (connections >= firstRefused && connections < firstRefused + refusals) {
            refused++;
            throw new SQLTransientConnectionException("away", "08001");
        }
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            int commit = method.getName().equals("commit") ? nextCommit() : 0;
            if (commit == undone) {
                connection.rollback();
                connection.close();
                throw new SQLException("the connection broke", "08006");
            }
            Object result = call(connection, method, arguments);
            if (commit == unanswered) {
                throw new SQLException("the connection broke", "08006");
            }
            return result;
        });
    }

    private synchronized int nextCommit() {
        return ++commits;
    }

    private interface Handler {
        Object call(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.call(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
