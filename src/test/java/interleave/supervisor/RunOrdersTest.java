package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus.Phase;
import interleave.spec.Knob;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.wire.Message;
import interleave.wire.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The command lines, orders and messages of workers and the service. */
class RunOrdersTest extends RunsFixture {
    @Test
    void theLatencyOfARunIsThatOfTheService() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR).with(Knob.LATENCY, 5000), Optional.empty());
        assertEquals(
                line(new Order.Tune(Knob.LATENCY, 5000)), children.get(SERVICE).ordersSoFar());
        runs.start(SECOND, RunSpec.of(IMAGE, FOUR).with(Knob.LATENCY, 1), Optional.empty());
        runs.tune(FIRST, Knob.LATENCY, 7000);
        assertEquals(
                line(new Order.Tune(Knob.LATENCY, 5000)) + line(new Order.Tune(Knob.LATENCY, 7000)),
                children.get(SERVICE).ordersSoFar());
    }

    @Test
    void aSettingThatASilentWorkerIsGivenReachesItOnceItAnswers() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, TASKS);
        pass(Duration.ofSeconds(2));
        assertPhase(Phase.SILENT, FIRST);
        String before = children.get(FIRST).ordersSoFar();
        runs.tune(FIRST, Knob.POOL, 3);
        runs.tune(FIRST, Knob.POOL, 5);
        assertEquals(before, children.get(FIRST).ordersSoFar());
        runs.said(FIRST, TASKS);
        runs.said(FIRST, TASKS);
        assertEquals(
                before + line(new Order.Tune(Knob.POOL, 5)), children.get(FIRST).ordersSoFar());
    }

    @Test
    void whatAWorkerRefusesIsTakenBackAndTold() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR).with(Knob.POOL, 2), Optional.empty());
        runs.said(FIRST, TASKS);
        runs.tune(FIRST, Knob.POOL, 9000);
        runs.change(FIRST, EIGHT);
        runs.said(FIRST, new Message.Refused(new Order.Tune(Knob.POOL, 9000), new Order.Tune(Knob.POOL, 2), "no room"));
        runs.said(FIRST, new Message.Refused(new Order.Change(EIGHT), new Order.Change(FOUR), "no files"));
        assertPhase(Phase.RUNNING, FIRST);
        assertEquals(RunSpec.of(IMAGE, FOUR).with(Knob.POOL, 2), status(FIRST).spec());
        assertTrue(news.contains(new RunEvent.Noted(FIRST, "image/pool goes on as it was: no room")), news.toString());
    }

    @Test
    void aRefusalThatWasOvertakenTakesNothingBack() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR).with(Knob.POOL, 2), Optional.empty());
        runs.tune(FIRST, Knob.POOL, 9000);
        runs.tune(FIRST, Knob.POOL, 3);
        runs.said(FIRST, new Message.Refused(new Order.Tune(Knob.POOL, 9000), new Order.Tune(Knob.POOL, 2), "no room"));
        assertEquals(3L, status(FIRST).spec().knobs().get(Knob.POOL));
    }

    @Test
    void allRunsThatTalkToTheServiceHaveItsLatency() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.start(SECOND, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.tune(FIRST, Knob.LATENCY, 7000);
        assertLatency(7000, FIRST);
        assertLatency(7000, SECOND);
        RunId third = new RunId(3);
        runs.start(third, RunSpec.of(HTTP, FOUR), Optional.empty());
        assertLatency(7000, third);
        RunId fourth = new RunId(4);
        runs.start(fourth, RunSpec.of(HTTP, FOUR).with(Knob.LATENCY, 9000), Optional.empty());
        assertLatency(9000, FIRST);
        assertLatency(9000, third);
        assertEquals(
                line(new Order.Tune(Knob.LATENCY, 7000)) + line(new Order.Tune(Knob.LATENCY, 9000)),
                children.get(SERVICE).ordersSoFar());
    }

    @Test
    void aServiceThatIsStartedAgainHasTheLatencyOfItsStart() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR).with(Knob.LATENCY, 7000), Optional.empty());
        runs.stop(FIRST);
        runs.exited(FIRST, 0, Optional.empty());
        runs.start(SECOND, RunSpec.of(HTTP, FOUR), Optional.empty());
        assertEquals(Map.of(), status(SECOND).spec().knobs());
    }

    private void assertLatency(long micros, RunId id) {
        assertEquals(Map.of(Knob.LATENCY, micros), status(id).spec().knobs());
    }

    @Test
    void whatAWorkerSaysOfItselfIsInItsStatus() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, new Message.Hello(1001, 0, ""));
        assertEquals(Optional.empty(), status(FIRST).transport());
        runs.said(FIRST, new Message.Hello(1001, 8080, "epoll"));
        assertEquals(Optional.of("epoll"), status(FIRST).transport());
        assertEquals(OptionalInt.of(8080), status(FIRST).port());
    }

    @Test
    void aFindingIsToldAndTheRunGoesOn() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, TASKS);
        runs.said(FIRST, new Message.Finding("two \u001btasks wait for each other"));
        assertEquals(new RunEvent.Noted(FIRST, "image/pool: two tasks wait for each other"), news.getLast());
        assertPhase(Phase.RUNNING, FIRST);
    }

    @Test
    void aWorkerIsStartedByWhatItsProcessNeeds() {
        ProcessOptions options = new ProcessOptions(
                List.of("-XX:+UseZGC", "-Xss256k"), OptionalLong.of(64 << 20), List.of(0, 2), OptionalInt.empty());
        runs.start(FIRST, new RunSpec(IMAGE, FOUR, Map.of(), 0, 1, options), Optional.empty());
        List<String> command = children.get(FIRST).command;
        assertEquals(List.of("taskset", "-c", "0,2", "java"), command.subList(0, 4));
        int heap = command.indexOf("-Xmx67108864");
        assertEquals(List.of("-XX:+UseZGC", "-Xss256k"), command.subList(heap + 1, heap + 3));
        assertTrue(heap < command.indexOf("-cp"));
    }

    @Test
    void aRunThatServesGetsAClientThatFollowsItsLoadAndEndsWithIt() {
        runs.start(FIRST, RunSpec.of(SERVE, FOUR), Optional.empty());
        runs.said(FIRST, new Message.Hello(1001, 0, ""));
        assertEquals(1, children.size());
        runs.said(FIRST, new Message.Hello(1001, 4321, "epoll"));
        runs.said(FIRST, new Message.Hello(1001, 4321, "epoll"));
        assertEquals(2, children.size());
        FakeChild client = children.get(HELPER);
        String asks = line(new Order.Start(RunSpec.of(new Workload("http", "event-loop"), FOUR), 4321));
        assertEquals(asks, client.ordersSoFar());
        assertTrue(status(HELPER).service());
        assertEquals(new Workload("serve", "client"), status(HELPER).workload());
        runs.said(HELPER, TASKS);
        assertPhase(Phase.RUNNING, HELPER);

        runs.change(FIRST, EIGHT);
        assertEquals(asks + line(new Order.Change(EIGHT)), client.ordersSoFar());
        runs.stop(FIRST);
        assertTrue(client.inputEnded);
        runs.exited(HELPER, 0, Optional.empty());
        assertPhase(Phase.ENDED, HELPER);
        runs.exited(FIRST, 0, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
    }

    @Test
    void aRunWhoseClientFailsFailsAndOneThatFailsEndsItsClient() {
        runs.start(FIRST, RunSpec.of(SERVE, FOUR), Optional.empty());
        runs.said(FIRST, new Message.Hello(1001, 4321, ""));
        runs.exited(HELPER, 1, Optional.of("oh"));
        assertFailed("its client: exit 1: oh", FIRST);

        runs.start(SECOND, RunSpec.of(SERVE, FOUR), Optional.empty());
        runs.said(SECOND, new Message.Hello(1002, 4322, ""));
        runs.exited(SECOND, 1, Optional.of("oh"));
        assertTrue(children.get(new RunId(102)).inputEnded);
    }
}
