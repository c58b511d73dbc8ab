package io.lidc.store;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A SQLite database, its schema in place, whose driver fails at the next statement that starts with some words, once. */
final class SqliteFaults {
    private final Map<String, SQLiteErrorCode> planned = new ConcurrentHashMap<>();
    private final HikariDataSource dataSource = new HikariDataSource();

    SqliteFaults(String url) throws SQLException {
        Database.open(url, Credentials.NONE).close();
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl(url);
        dataSource.setMaximumPoolSize(1);
        dataSource.setDataSource(faulty(DataSource.class, sqlite, ""));
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    void failAt(String words, SQLiteErrorCode code) {
        planned.put(words, code);
    }

    private <T> T faulty(Class<T> type, Object target, String sql) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean named = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                    String executed = named ? (String) arguments[0] : sql;
                    if (method.getName().startsWith("execute")) {
                        fail(executed);
                    }
                    return wrapped(call(target, method, arguments), executed);
                }));
    }

    private Object wrapped(Object result, String sql) {
        if (result instanceof PreparedStatement) {
            return faulty(PreparedStatement.class, result, sql);
        }
        if (result instanceof Statement) {
            return faulty(Statement.class, result, "");
        }
        return result instanceof Connection ? faulty(Connection.class, result, "") : result;
    }

    private void fail(String sql) throws SQLException {
        for (String words : planned.keySet()) {
            if (sql.startsWith(words)) {
                SQLiteErrorCode code = planned.remove(words);
                throw new SQLiteException("injected", code);
            }
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
