package io.lidc.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * A signal of the operating system and what handles it. {@code sun.misc.Signal}, of the supported module {@code jdk.unsupported}, is the
 * only way to handle one without the end of the virtual machine, which shutdown hooks come with. It is reached by reflection: javac
 * warns of each mention.
 */
final class OperatingSystemSignal implements AutoCloseable {
    private final String name;
    private final Object formerHandler;

    private OperatingSystemSignal(String name, Object formerHandler) {
        this.name = name;
        this.formerHandler = formerHandler;
    }

    /** Handles a signal from now on, {@code TERM} say; empty where this platform has no such signal, or keeps it to itself. */
    static Optional<OperatingSystemSignal> handle(String name, Runnable handler) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                        handler.run();
                        return null;
                    });
            return Optional.of(new OperatingSystemSignal(name, install(name, type, proxy)));
        } catch (InvocationTargetException | ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object install(String name, Class<?> handlerType, Object handler)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Object signal = type.getConstructor(String.class).newInstance(name);
        return type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
    }

    /** Gives the signal back to its former handler. */
    @Override
    public void close() {
        try {
            install(name, Class.forName("sun.misc.SignalHandler"), formerHandler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
