package io.lidc.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that fails in the middle of a transaction. */
public final class FailingStatement {
    private FailingStatement() {}

    /** Fails at each statement that starts with some words. */
    public static DataSource at(String words, DataSource sound) {
        return proxy(DataSource.class, sound, words);
    }

    private static <T> T proxy(Class<T> type, Object target, String words) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && ((String) arguments[0]).startsWith(words)) {
                        throw new SQLException("injected", "08006");
                    }
                    Object result = call(target, method, arguments);
                    return result instanceof Connection ? proxy(Connection.class, result, words) : result;
                }));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
