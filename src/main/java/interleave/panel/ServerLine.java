package interleave.panel;

import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ServerMetrics;
import interleave.screen.Canvas;
import interleave.screen.Columns.Placed;
import interleave.screen.Ink;
import interleave.screen.Text;
import interleave.state.AskedServer;
import interleave.state.Scene;
import java.util.List;
import java.util.Optional;

/** A line of the table of workloads: the server that they ask, and what a request costs it, in their columns. */
final class ServerLine {
    private static final String UNKNOWN = "its cost is known if it is started behind -- or named by --pid";

    private ServerLine() {}

    static void draw(Scene scene, Canvas line, List<Placed<WorkloadColumn>> columns) {
        Optional<AskedServer> server = AskedServer.of(scene);
        for (Placed<WorkloadColumn> column : columns) {
            WorkloadColumn what = column.what();
            if (what == WorkloadColumn.NAME) line.fit(column.column(), 0, column.width(), name(server), Ink.FAINT);
            else if (server.isPresent() && what == WorkloadColumn.STATE)
                line.text(column.column(), 0, server.get().process().over() ? "ended" : "", Ink.BAD);
            else if (server.isPresent()
                    && what.measured()
                    && !server.get().process().over()) number(server.get(), line, column);
        }
        if (server.isEmpty() && columns.size() > 4) {
            Placed<WorkloadColumn> first = columns.get(2);
            line.fit(first.column(), 0, line.columns() - first.column(), UNKNOWN, Ink.FAINT);
        }
    }

    private static String name(Optional<AskedServer> server) {
        return server.isEmpty()
                ? "server"
                : "server " + Text.cells(server.get().process().name());
    }

    private static void number(AskedServer server, Canvas line, Placed<WorkloadColumn> column) {
        Optional<Reading> reading = reading(server, column.what());
        if (reading.isEmpty()) return;
        boolean signature = column.what() == WorkloadColumn.PER_TASK || column.what() == WorkloadColumn.COST;
        boolean whole = !signature || server.process().source().exact();
        Ink ink = signature ? Ink.STRONG : Ink.PLAIN;
        Paint.number(line, column.end(), 0, reading.get(), whole, column.what().format(), ink);
    }

    private static Optional<Reading> reading(AskedServer server, WorkloadColumn what) {
        ProcessReadings process = server.process();
        return switch (what) {
            case TASKS -> Optional.of(server.tasksPerSecond());
            case CPU -> Optional.of(process.of(ProcessMetrics.CPU_PERCENT));
            case OS_THREADS -> Optional.of(process.of(ProcessMetrics.OS_THREADS));
            case SWITCHES -> Optional.of(process.of(ProcessMetrics.SWITCHES_PER_S));
            case PER_TASK -> Optional.of(server.cost().of(ServerMetrics.SWITCHES_PER_TASK));
            case COST -> Optional.of(server.cost().of(ServerMetrics.CPU_US_PER_TASK));
            case MEMORY -> Optional.of(process.of(ProcessMetrics.RSS_BYTES));
            default -> Optional.empty();
        };
    }
}
