package interleave.panel;

import interleave.metric.ProcessReadings;
import interleave.metric.ProcessTable;
import interleave.metric.Reading;
import java.util.List;

/** The processes of a machine to choose from: ordinary ones, and those of which there is something to say. */
final class ScriptedTable {
    private ScriptedTable() {}

    static ProcessTable at(int second) {
        double wave = 1 + 0.4 * Math.sin(second / 7.0);
        return new ProcessTable(
                List.of(
                        row(
                                18_423,
                                "java",
                                "java -Xmx4g -jar /srv/shop/shop.jar --port 8080",
                                "",
                                303,
                                142 * wave,
                                48_210),
                        row(4711, "node", "node server.js", "", 11, 31.2 * wave, 1300),
                        row(811, "postgres", "postgres: writer process", "", 1, 2.2, 270),
                        row(902, "sshd", "sshd: /usr/sbin/sshd -D", "", 1, 0, 0.2),
                        row(1201, "サーバー", "/opt/サーバー", "", 4, 0.4, 12),
                        row(96, "defunct-child", "", "zombie: it has ended, and its parent has not asked how", 1, 0, 0),
                        row(17, "ksoftirqd/0", "", "kernel thread", 1, 0.3, 88),
                        row(1300, "stopped.sh", "bash stopped.sh", "stopped", 1, 0, 0),
                        denied(2020)),
                true);
    }

    private static ProcessTable.Row row(
            int pid, String name, String command, String remark, int threads, double cpu, double switches) {
        return new ProcessTable.Row(
                new ProcessReadings.Id(pid, 1),
                name,
                command,
                remark,
                threads,
                Reading.of(cpu),
                Reading.of(switches),
                pid != 1201);
    }

    private static ProcessTable.Row denied(int pid) {
        Reading unknown = Reading.absent(Reading.Why.UNSUPPORTED, "Permission denied");
        return new ProcessTable.Row(
                new ProcessReadings.Id(pid, 0), "", "", "may not be looked at", 0, unknown, unknown, true);
    }
}
