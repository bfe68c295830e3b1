package interleave;

import interleave.catalogue.Tasks;
import interleave.cli.UnexpectedFailure;
import interleave.config.Settings;
import interleave.kernel.Reason;
import interleave.metric.ProcessReadings;
import interleave.metric.Readings;
import interleave.metric.ThreadTable;
import interleave.metric.Ticker;
import interleave.panel.Summary;
import interleave.probe.JavaNaming;
import interleave.probe.Probes;
import interleave.probe.ProcessWatch;
import interleave.probe.Sampler;
import interleave.probe.Sampling;
import interleave.probe.WatchedCommand;
import interleave.run.RunId;
import interleave.screen.Terminal;
import interleave.spec.ExitStatus;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.state.Event;
import interleave.state.LabOrder;
import interleave.state.MonitorSetup;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.View;
import interleave.supervisor.CommandStatus;
import interleave.supervisor.Jars;
import interleave.supervisor.Launch;
import interleave.supervisor.SearchPath;
import interleave.supervisor.Supervisor;
import interleave.supervisor.UserCommand;
import interleave.terminal.ColorDepth;
import interleave.terminal.TerminalOptions;
import interleave.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The monitor: wires all parts together and owns their lifetimes. */
public final class Dashboard {
    private Dashboard() {}

    /**
     * Runs until it is told to quit, and gives the exit status. The first picture is there before the machine is asked
     * anything; the terminal is given back before anything is printed.
     */
    public static int run(Settings settings) {
        int cores = Runtime.getRuntime().availableProcessors();
        // start-up: both take two milliseconds, the terminal most of it for the library that it loads.
        MenuMaker menu = new MenuMaker(settings, cores);
        menu.start();
        Optional<String> whyNot = Terminals.whyNot(System.getenv());
        if (whyNot.isPresent()) return refuse(whyNot.get());
        Terminal terminal;
        try {
            terminal = Terminals.open(options(settings));
        } catch (IOException e) {
            return refuse("the terminal cannot be used: " + e.getMessage());
        }
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        try (terminal) {
            MonitorSetup setup = new MonitorSetup(
                    menu.made(),
                    terminal.glyphs(),
                    cores,
                    settings.readOnly(),
                    Optional.of(settings.latency()).filter(asked -> !asked.equals(Settings.DEFAULT.latency())),
                    view(settings.opens()),
                    settings.target());
            UiLoop loop = new UiLoop(State.initial(setup, terminal.size(), settings.interval()), events, terminal);
            loop.draw();
            terminal.listen(signal -> events.add(event(signal)));
            return session(settings, loop, events, terminal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static int session(Settings settings, UiLoop loop, BlockingQueue<Event> events, Terminal terminal)
            throws InterruptedException {
        Terminals.keepThePicture();
        UnexpectedFailure.endsTheProcess(terminal::close, System.err);
        Jars.restore();
        try (Parts parts = new Parts(settings, events, terminal)) {
            loop.on(new Event.Asked(settings.start()), parts);
            int status = loop.run(parts);
            terminal.close();
            parts.command
                    .flatMap(command -> command.status().atQuit(settings.leave()))
                    .ifPresent(System.out::println);
            State last = loop.state();
            for (String line :
                    Summary.lines(last.scene(), terminal.glyphs(), last.size().columns())) System.out.println(line);
            System.out.flush();
            return status;
        } finally {
            terminal.close();
        }
    }

    private static int refuse(String why) {
        System.err.println("interleave: " + why);
        return ExitStatus.WRONG_USE;
    }

    private static TerminalOptions options(Settings settings) {
        return new TerminalOptions(
                switch (settings.colour()) {
                    case AUTO -> Optional.empty();
                    case NEVER -> Optional.of(ColorDepth.NONE);
                    case SIXTEEN -> Optional.of(ColorDepth.ANSI_16);
                    case INDEXED_256 -> Optional.of(ColorDepth.INDEXED_256);
                    case RGB_24BIT -> Optional.of(ColorDepth.RGB_24BIT);
                },
                settings.glyphs());
    }

    private static View view(Settings.Opens opens) {
        return switch (opens) {
            case WORKLOADS -> View.DASHBOARD;
            case MATRIX -> View.MATRIX;
            case MONITOR -> View.MONITOR;
        };
    }

    private static Event event(Terminal.Signal signal) {
        if (signal instanceof Terminal.Signal.Pressed(var key)) return new Event.Pressed(key);
        if (signal instanceof Terminal.Signal.Pasted()) return new Event.Pasted();
        if (signal instanceof Terminal.Signal.Resized(var size)) return new Event.Resized(size);
        if (signal instanceof Terminal.Signal.SuspendAsked()) return new Event.SuspendAsked();
        if (signal instanceof Terminal.Signal.Resumed()) return new Event.Resumed();
        if (signal instanceof Terminal.Signal.Ready()) return new Event.Ready();
        if (signal instanceof Terminal.Signal.Ended(var why, int status)) return new Event.Ended(why, status);
        throw new MatchException(null, null);
    }

    /** The sampler and the supervisor. Both post their news to the one queue. */
    private static final class Parts implements UiLoop.Effects, AutoCloseable {
        private final Sampler sampler;
        /** Of the sampler's thread: those that have been handed on. */
        private int samples;

        private final BlockingQueue<Event> events;
        private final Supervisor supervisor;
        private final Optional<Duration> runFor;
        private final Optional<UserCommand> command;
        private final Lab lab;

        Parts(Settings settings, BlockingQueue<Event> events, Terminal terminal) {
            Launch launch = Launch.likeThis(settings.latency()).apart(SearchPath.ofThisProcess());
            this.events = events;
            runFor = settings.runFor();
            lab = new Lab(events);
            supervisor = Supervisor.open(launch, Tasks::needsService, news -> events.add(new Event.Run(news)));
            ProcessWatch watch = new ProcessWatch(Path.of("/proc"), Ticker.SYSTEM);
            command = begin(settings, launch, events);
            command.ifPresent(begun -> watch.add(() -> watched(begun.status())));
            for (int pid : settings.pids()) watch.add(pid);
            watch.nameBusiest();
            sampler = new Sampler(
                    new Sampling(Probes.shown(Ticker.SYSTEM), Ticker.SYSTEM, watch),
                    Ticker.SYSTEM,
                    settings.interval(),
                    StartEnd.behind(readings -> sampled(readings, terminal)),
                    closeup -> events.add(new Event.Closer(closeup)));
            sampler.start();
        }

        /** A command that cannot be started is told, and the monitor goes on. */
        private static Optional<UserCommand> begin(Settings settings, Launch launch, BlockingQueue<Event> events) {
            if (settings.command().isEmpty()) return Optional.empty();
            try {
                return Optional.of(UserCommand.start(
                        launch,
                        settings.command(),
                        settings.leave(),
                        List.of(),
                        status -> status.news().ifPresent(words -> events.add(new Event.Told(words)))));
            } catch (IOException e) {
                events.add(new Event.Told(settings.command().getFirst() + " could not be started: " + Reason.of(e)));
                return Optional.empty();
            }
        }

        private static WatchedCommand watched(CommandStatus status) {
            return new WatchedCommand(status.name(), status.guard(), status.pid(), status.told(), status.over());
        }

        private void sampled(Readings readings, Terminal terminal) {
            events.add(new Event.Sampled(readings, TimeOfDay.second(), terminal.bytesWritten()));
            // start-up: what a run's start takes is loaded behind the first pictures, not behind the key for it.
            if (++samples == 2) supervisor.prepare();
        }

        @Override
        public RunId start(RunSpec spec) {
            return supervisor.start(spec, runFor);
        }

        @Override
        public void stop(RunId id) {
            supervisor.stop(id);
        }

        @Override
        public void stopAll() {
            supervisor.stopAll();
        }

        @Override
        public void change(RunId id, Load load) {
            supervisor.change(id, load);
        }

        @Override
        public void tune(RunId id, Knob knob, long value) {
            supervisor.tune(id, knob, value);
        }

        @Override
        public void pace(Duration interval) {
            sampler.interval(interval);
        }

        /** A disk may hang: the screen does not wait for it. */
        @Override
        public void writeSteps(Scene scene) {
            Thread.ofPlatform()
                    .daemon()
                    .name("steps-file")
                    .start(() -> events.add(new Event.Told(StepsFile.written(
                            Path.of("").toAbsolutePath(),
                            StepsFile.name(LocalDateTime.now()),
                            StepsFile.lines(scene, Instant.now())))));
        }

        @Override
        public void threads(ThreadTable.Scope scope) {
            sampler.look(watch -> watch.threads(scope));
        }

        @Override
        public void nameThreads(ProcessReadings.Id process) {
            new JavaNaming(Path.of("/proc"))
                    .ask(
                            process,
                            names -> events.add(new Event.Named(names)),
                            why -> events.add(new Event.NotNamed(process, why)));
        }

        @Override
        public void choosing(boolean on) {
            sampler.look(watch -> watch.choosing(on));
        }

        @Override
        public void watch(int pid, boolean on) {
            sampler.look(watch -> {
                if (on) watch.add(pid);
                else watch.remove(pid);
            });
        }

        @Override
        public void lab(LabOrder order) {
            lab.order(order);
        }

        @Override
        public void close() {
            lab.close();
            sampler.close();
            supervisor.close();
            command.ifPresent(UserCommand::close);
        }
    }
}
