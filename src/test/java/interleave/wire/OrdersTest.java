package interleave.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Target;
import interleave.spec.Transport;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    @Test
    void everyOrderComesBackAsItWas() throws WireException {
        List<Order> orders = List.of(
                new Order.Start(RunSpec.of(new Workload("http", "event-loop"), new Load.Closed(256)), 40_000),
                new Order.Start(
                        new RunSpec(
                                new Workload("image", "pool"),
                                new Load.Open(12.5, Arrival.POISSON),
                                Map.of(Knob.POOL, 7L, Knob.LATENCY, 20_000L),
                                0.01,
                                Long.MIN_VALUE,
                                ProcessOptions.NONE),
                        0),
                new Order.Start(
                        RunSpec.of(new Workload("http", "event-loop"), new Load.Closed(256))
                                .with(Transport.IO_URING),
                        40_000),
                new Order.Start(
                        new RunSpec(
                                new Workload("image", "pool"),
                                new Load.Closed(1),
                                Map.of(),
                                0,
                                1,
                                new ProcessOptions(
                                        List.of(), OptionalLong.of(1L << 36), List.of(0, 3), OptionalInt.of(-5))),
                        0),
                new Order.Start(
                        RunSpec.of(new Workload("http", "pool"), new Load.Closed(1))
                                .with(new Target(
                                        "http://localhost:3000/a?b",
                                        "localhost:3000",
                                        List.of("127.0.0.1", "::1"),
                                        3000,
                                        "/a?b",
                                        OptionalLong.of(12),
                                        Duration.ofSeconds(10))),
                        0),
                new Order.Tune(Knob.CARRIERS, 3),
                new Order.Change(new Load.Closed(1)),
                new Order.Limit(3_600_000_000_000L),
                new Order.Stop());
        for (Order order : orders) assertEquals(order, Orders.parse(Orders.toLine(order)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "{\"type\":\"halt\"}",
                "{\"type\":\"change\"}",
                "{\"type\":\"change\",\"concurrency\":0}",
                "{\"type\":\"change\",\"rate_per_s\":-1}",
                "{\"type\":\"start\",\"task\":\"http\",\"concurrency\":1,\"service_port\":0}",
                "{\"type\":\"start\",\"task\":\"http\",\"model\":\"pool\",\"concurrency\":1,\"service_port\":0,\"transport\":\"tin\"}"
            })
    void rubbishIsRejected(String line) {
        assertThrows(WireException.class, () -> Orders.parse(line));
    }

    @Test
    void theReasonNamesWhatIsWrong() {
        WireException e =
                assertThrows(WireException.class, () -> Orders.parse("{\"type\":\"change\",\"concurrency\":\"many\"}"));
        assertTrue(e.getMessage().contains("concurrency"), e.getMessage());
    }
}
