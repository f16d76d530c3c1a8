package io.pfsgateway.adapter.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestQueueTest {
    private static final int STARTING = 8;
    private static final int PLACES = 20;
    private static final Duration TOO_LONG = Duration.ofMillis(20);

    private final List<String> told = new ArrayList<>();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Deque<Runnable> ticks = new ArrayDeque<>();
    private final Scheduler scheduler = mock(Scheduler.class);
    private final Admission admission = new Admission(PLACES, Admission.USUAL_PATIENCE);
    private final RequestQueue queue = queue(threads::add);
    private long now;

    private RequestQueue queue(Executor executor) {
        return new RequestQueue(admission, executor, scheduler, () -> now);
    }

    @BeforeEach
    void keepTicks() {
        when(scheduler.schedule(any(), anyLong(), any())).then(call -> {
            ticks.add(call.getArgument(0));
            return mock(Scheduler.Task.class);
        });
    }

    @Test
    void givesAFewToThreadsAndServesTheOldestOfTheOthersFirst() {
        addUpTo(STARTING + 3);
        assertThat(threads).hasSize(STARTING);

        runThreads();

        assertThat(told.subList(STARTING, told.size())).containsExactly("serve 9", "serve 10", "serve 11");
    }

    @Test
    void servesTheNewestFirstWhileTooManyWait() {
        addUpTo(STARTING + PLACES + 1);

        runThreads();

        assertThat(told).hasSize(STARTING + PLACES + 1);
        assertThat(told.subList(STARTING, STARTING + 3)).containsExactly("serve 29", "serve 28", "serve 27");
        assertThat(told).endsWith("serve 9");
    }

    @Test
    void turnsNobodyAwayWhileThereArePlacesForAllThatWait() {
        addUpTo(STARTING + PLACES);

        waitTooLong();
        runThreads();

        assertThat(told).hasSize(STARTING + PLACES).allMatch(each -> each.startsWith("serve"));
    }

    @Test
    void turnsAwayTheOldestOfTooMany() {
        addUpTo(STARTING + PLACES + 1);
        waitTooLong();
        add("new");

        runThreads();

        assertThat(told.subList(STARTING, told.size()))
                .as("those that had a thread already are served, and whoever came when the others had waited")
                .contains("serve new")
                .hasSize(PLACES + 2)
                .filteredOn(each -> each.startsWith("serve"))
                .hasSize(1);
    }

    @Test
    void forgetsThatTooManyWaitedWhenNobodyDoes() {
        addUpTo(STARTING + PLACES + 1);
        runThreads();
        told.clear();
        addUpTo(STARTING + 1);

        waitTooLong();
        runThreads();

        assertThat(told).hasSize(STARTING + 1).allMatch(each -> each.startsWith("serve"));
    }

    @Test
    void letsWaitForAPlaceAndStartsWhenOneIsGivenBack() {
        takeAllPlaces();
        add("a");
        assertThat(threads).isEmpty();

        admission.leave();
        runThreads();

        assertThat(told).containsExactly("serve a");
    }

    @Test
    void givesOnePlaceToOneAlone() {
        takeAllPlaces();
        add(new Entering("a"));
        add(new Entering("b"));

        admission.leave();
        runThreads();

        assertThat(told).as("b has not waited for long").containsExactly("serve a ADMITTED");
        assertThat(admission.underWay()).isEqualTo(PLACES);
    }

    @Test
    void takesBackThePlaceOfAnArrivalThatIsNoRequest() {
        takeAllPlaces();
        add("half a head");
        add(new Entering("b"));

        admission.leave();
        runThreads();

        assertThat(told).containsExactly("serve half a head", "serve b ADMITTED");
        assertThat(admission.underWay()).isEqualTo(PLACES);
    }

    @Test
    void keepsNoPlaceForThoseWhoAreTurnedAway() {
        takeAllPlaces();
        addUpTo(STARTING);
        waitTooLong();
        tick();
        assertThat(threads).as("all are to be turned away").hasSize(STARTING);

        admission.leave();
        threads.remove().run();
        add("new");
        runThreads();

        assertThat(told).contains("serve new").hasSize(STARTING + 1);
    }

    @Test
    void tellsAllThatWaitOfTheEndWhenNoMoreAreTaken() {
        takeAllPlaces();
        addUpTo(STARTING);

        admission.drain(Duration.ZERO);
        runThreads();

        assertThat(told).hasSize(STARTING).allMatch(each -> each.startsWith("turn away"));
    }

    @Test
    void letsNobodyInAtAPlaceThatWasKeptBeforeTheEnd() {
        add(new Entering("a"));

        admission.drain(Duration.ZERO);
        runThreads();

        assertThat(told).containsExactly("serve a DRAINING");
        assertThat(admission.underWay()).isZero();
    }

    @Test
    void turnsAwayWhoWaitsTooLongForAPlaceThoughNothingElseHappens() {
        takeAllPlaces();
        add("a");
        tick();
        assertThat(threads).as("its time is not up").isEmpty();

        waitTooLong();
        tick();
        runThreads();

        assertThat(told).containsExactly("turn away a");
        assertThat(ticks).as("nobody waits").isEmpty();
    }

    @Test
    void turnsAwayNoMoreAtATimeThanLeavesTheOthersAProcessor() {
        takeAllPlaces();
        addUpTo(100);
        waitTooLong();

        tick();
        runThreads();
        assertThat(told).hasSize(20);
        tick();
        runThreads();

        assertThat(told).hasSize(40);
    }

    @Test
    void askedOnceForATickHoweverManyWait() {
        takeAllPlaces();

        addUpTo(STARTING);

        assertThat(ticks).hasSize(1);
    }

    @Test
    void goesOnAfterOneThatFailed() {
        queue.add(new Arrival("a") {
            @Override
            public void serve(Admission.Place place) {
                throw new IllegalStateException("broken");
            }
        });
        addUpTo(STARTING);

        assertThatThrownBy(this::runThreads).hasMessage("broken");
        runThreads();

        assertThat(told).hasSize(STARTING);
        assertThat(admission.underWay()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void closesWhatNoThreadTakes(Throwable failure) {
        RequestQueue stopped = new RequestQueue(
                new Admission(PLACES, Admission.USUAL_PATIENCE),
                mock(Executor.class, call -> {
                    throw failure;
                }),
                scheduler,
                () -> now);

        IntStream.rangeClosed(1, STARTING + 2)
                .mapToObj(Integer::toString)
                .map(Arrival::new)
                .forEach(stopped::add);

        assertThat(told).hasSize(STARTING + 2).allMatch(each -> each.startsWith("close"));
    }

    static Stream<Throwable> failures() {
        return Stream.of(new RejectedExecutionException("stopped"), new OutOfMemoryError("no thread"));
    }

    @Test
    void servesOnceWhatAPoolBothRefusedAndKept() {
        List<Runnable> kept = new ArrayList<>();
        RequestQueue failing = queue(task -> {
            kept.add(task);
            throw new OutOfMemoryError("no thread");
        });

        failing.add(new Arrival("a"));
        kept.forEach(Runnable::run);

        assertThat(told).containsExactly("close a");
        assertThat(admission.underWay()).isZero();
    }

    private void takeAllPlaces() {
        for (int each = 0; each < PLACES; each++) {
            assertThat(admission.enter()).isEqualTo(Admission.Verdict.ADMITTED);
        }
    }

    private void addUpTo(int count) {
        IntStream.rangeClosed(1, count).mapToObj(Integer::toString).forEach(this::add);
    }

    private void add(String name) {
        add(new Arrival(name));
    }

    private void add(RequestQueue.Arrival arrival) {
        queue.add(arrival);
    }

    private void waitTooLong() {
        now += TOO_LONG.toNanos();
    }

    private void tick() {
        ticks.remove().run();
    }

    private void runThreads() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private class Arrival implements RequestQueue.Arrival {
        final String name;

        Arrival(String name) {
            this.name = name;
        }

        @Override
        public void serve(Admission.Place place) {
            told.add("serve " + name);
        }

        @Override
        public void turnAway() {
            told.add("turn away " + name);
        }

        @Override
        public void close() {
            told.add("close " + name);
        }
    }

    /** One that is a request, and stays under way. */
    private final class Entering extends Arrival {
        Entering(String name) {
            super(name);
        }

        @Override
        public void serve(Admission.Place place) {
            told.add("serve " + name + " " + place.enter());
        }
    }
}
