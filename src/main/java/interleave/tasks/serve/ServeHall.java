package interleave.tasks.serve;

import interleave.task.NettyLoop;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The common ground of the event loops of a run that serves: one address, whose clients are spread over them round
 * robin. The first loop lets them in; it is there as long as the run. Safe from any thread.
 */
final class ServeHall implements TaskInfo.AsyncForm {
    private final TaskSetup setup;
    private final Seats seats;
    /** Of the loops that are not being left; the first one's first. Changed on that one, where clients come in. */
    private volatile ServeAsync[] places = {};

    /** Of all loops that have not ended. */
    private final List<ServeAsync> all = new CopyOnWriteArrayList<>();

    private final AtomicInteger clients = new AtomicInteger();
    private Optional<LoopbackServer> server = Optional.empty();
    private int port;
    private volatile Optional<Unable> broken = Optional.empty();
    /** True once people were told that clients had to wait at the door. On the first loop. */
    private boolean paused;

    ServeHall(TaskSetup setup, Seats seats) {
        this.setup = setup;
        this.seats = seats;
    }

    /** One thread at a time. */
    @Override
    public Task.Async open(Place at) {
        ServeAsync place = new ServeAsync(this, at, setup.work());
        all.add(place);
        if (places.length > 0) first().execute(() -> add(place));
        else {
            add(place);
            listen(at.loop());
        }
        return place;
    }

    private void add(ServeAsync place) {
        ServeAsync[] more = Arrays.copyOf(places, places.length + 1);
        more[more.length - 1] = place;
        places = more;
    }

    private void listen(NettyLoop loop) {
        try {
            LoopbackServer opened = LoopbackServer.open(loop, this::letIn, seats, this::pause);
            server = Optional.of(opened);
            port = opened.port();
        } catch (Unable e) {
            broken = Optional.of(e);
        }
    }

    private EventLoop letIn(SocketChannel client) {
        int number = clients.getAndIncrement() & Integer.MAX_VALUE;
        // The first is the run's own: others are told of the address once they cannot take its place.
        if (number == 0) setup.findings().accept(Echo.address(port));
        // Who has nothing more to say may still wait for an answer.
        client.config().setAllowHalfClosure(true);
        return home(number).welcome(client, number);
    }

    private void pause(String why) {
        if (!paused) setup.findings().accept(Echo.pauses(why));
        paused = true;
    }

    /** Where a client belongs: it changes with the number of loops. */
    ServeAsync home(int client) {
        ServeAsync[] now = places;
        return now.length == 1 ? now[0] : now[client % now.length];
    }

    ServeAsync first() {
        return places[0];
    }

    List<ServeAsync> all() {
        return all;
    }

    int port() {
        return port;
    }

    Optional<Unable> broken() {
        return broken;
    }

    /** Sees to it that no client comes there any more, and lets it know when that is so. */
    void leave(ServeAsync place) {
        first().execute(() -> {
            places = Stream.of(places).filter(other -> other != place).toArray(ServeAsync[]::new);
            place.depart();
        });
    }

    /** A place has ended: with the first, the run has. */
    void ended(ServeAsync place) {
        all.remove(place);
        if (place == first()) server.ifPresent(LoopbackServer::close);
    }
}
