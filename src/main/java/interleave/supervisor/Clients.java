package interleave.supervisor;

import interleave.run.RunId;
import interleave.run.RunStatus.Phase;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.wire.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The clients of runs that serve: each has one, a worker of its own that asks as many at a time as the run has tasks in
 * flight. What it costs is shown apart. One thread at a time.
 */
final class Clients {
    static final Workload CLIENT = new Workload("serve", "client");

    /** The workload of a client: each request's echo is verified. */
    static final Workload ASKING = new Workload("http", "event-loop");

    /** For a run whose load is a plan of starts, which its clients know nothing of. */
    private static final Load.Closed SOME = new Load.Closed(64);

    private static final String CALLED = "its client: ";

    private final Runs runs;
    private final Launch launch;
    private final Map<RunId, SupervisedRun> byServer = new LinkedHashMap<>();

    Clients(Runs runs, Launch launch) {
        this.runs = runs;
        this.launch = launch;
    }

    /** A run listens, and says so: it gets its client. */
    void serve(SupervisedRun server, int port, long now) {
        if (port == 0 || !server.wanted() || byServer.containsKey(server.id)) return;
        RunSpec asking = RunSpec.of(ASKING, connections(server));
        SupervisedRun client = runs.helper(CLIENT, launch.client());
        if (client.phase.live()) {
            byServer.put(server.id, client);
            client.spec = RunSpec.of(CLIENT, asking.load());
            client.begun = true;
            client.send(new Order.Start(asking, port));
            limit(server, now);
        } else {
            runs.fail(server, server.failsWith(client, CALLED));
        }
    }

    void change(SupervisedRun server) {
        Optional.ofNullable(byServer.get(server.id))
                .filter(SupervisedRun::wanted)
                .ifPresent(client -> client.change(connections(server)));
    }

    /** The run's end is another one, or the first: its client's is a second later. */
    void limit(SupervisedRun server, long now) {
        Optional.ofNullable(byServer.get(server.id))
                .filter(SupervisedRun::wanted)
                .ifPresent(client -> client.outlives(server.endsAtNanos, now));
    }

    /** Before the run itself, so that the client does not see it go. */
    void end(SupervisedRun server) {
        Optional.ofNullable(byServer.remove(server.id))
                .filter(SupervisedRun::wanted)
                .ifPresent(runs::endNow);
    }

    /** A run that nobody asks is of no use. */
    void ended(SupervisedRun client) {
        // Its time was up, since the run's was: the run's end is on the way.
        if (client.phase == Phase.ENDED) return;
        for (Map.Entry<RunId, SupervisedRun> pair : Map.copyOf(byServer).entrySet())
            if (pair.getValue() == client)
                runs.wanted(pair.getKey()).ifPresent(server -> runs.fail(server, server.failsWith(client, CALLED)));
    }

    private static Load connections(SupervisedRun server) {
        return server.spec.load() instanceof Load.Closed closed ? closed : SOME;
    }
}
