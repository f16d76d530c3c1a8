package io.pfsgateway.testkit.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Lets out ports through until the step at which the process ends. For one thread. */
public final class Crashes {
    private final int lastStep;
    private final boolean isLastStepDone;
    private int steps;
    private boolean isDead;

    /**
     * @param lastStep the call at which the process ends, from 1
     * @param isLastStepDone whether that call still takes effect, without its answer being heard
     */
    public Crashes(int lastStep, boolean isLastStepDone) {
        this.lastStep = lastStep;
        this.isLastStepDone = isLastStepDone;
    }

    /** Whether the process has ended; if it has not, there were fewer steps. */
    public boolean isDead() {
        return isDead;
    }

    /** A port that ends with the process; what its methods answer, if it is a port itself, does too. */
    public <T> T on(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> step(real, method, arguments)));
    }

    private @Nullable Object step(Object real, Method method, Object[] arguments) throws Throwable {
        if (isDead) {
            return afterDeath(method);
        }
        steps++;
        if (steps == lastStep && !isLastStepDone) {
            throw die(method);
        }
        @Nullable Object answer = call(real, method, arguments);
        if (steps == lastStep) {
            throw die(method);
        }
        return answer instanceof AutoCloseable && method.getReturnType().isInterface()
                ? onReturned(method.getReturnType(), answer)
                : answer;
    }

    private <T> T onReturned(Class<T> type, Object answer) {
        return on(type, type.cast(answer));
    }

    private static @Nullable Object afterDeath(Method method) {
        if (method.getName().equals("close")) {
            return null;
        }
        throw new Crash("long before " + method.getName());
    }

    private Crash die(Method method) {
        isDead = true;
        return new Crash((isLastStepDone ? "behind " : "before ") + method.getName());
    }

    private static @Nullable Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
