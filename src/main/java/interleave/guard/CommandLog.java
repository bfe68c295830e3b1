package interleave.guard;

import interleave.kernel.Reason;
import interleave.wire.CommandNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The file that a command writes its output to. The command has it open itself, so that what finds no room on the disk
 * is lost without a word of anybody: this is found out from outside, and told once. It is looked at from time to time
 * on a thread of its own.
 */
final class CommandLog {
    private static final String NOWHERE = "/dev/null";

    /** A command that writes 100 MB a second has a gigabyte more by then. */
    private static final long PACE_MILLIS = 10_000;

    /** A block of most file systems: a disk with less room than this takes nothing more. */
    private static final int BLOCK = 4096;

    private final Consumer<CommandNews> news;
    private final AtomicBoolean told = new AtomicBoolean();
    private final boolean made;
    /** Changes its name once, before anybody looks at it. */
    private Path file;

    /** Makes the file, empty; where that fails, it is told, and what the command prints goes nowhere. */
    CommandLog(Path folder, String name, Consumer<CommandNews> news) {
        this.news = news;
        file = folder.resolve(name + "-0-" + ProcessHandle.current().pid() + ".log");
        made = make();
    }

    private boolean make() {
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (IOException e) {
            lost(Reason.of(e) + ": " + file.getParent());
            return false;
        }
        tellWhetherFull();
        return true;
    }

    /** The file that the command is to write to. */
    String target() {
        return made ? file.toString() : NOWHERE;
    }

    /** Calls it after the program's own process id, which is known late. Returns its name; empty if there is none. */
    String named(String name, int pid) {
        if (!made) return "";
        try {
            file = Files.move(file, file.resolveSibling(name + "-" + pid + ".log"));
        } catch (IOException e) {
            // It keeps its first name.
        }
        return file.toString();
    }

    /** Looks at it from time to time, as long as this process lives. */
    void keep() {
        if (!made) return;
        BoundedLog log = new BoundedLog(file, BoundedLog.MOST_BYTES, BoundedLog.KEPT_BYTES);
        TimerTask look = new TimerTask() {
            @Override
            public void run() {
                try {
                    log.cut();
                    if (file.toFile().getUsableSpace() < BLOCK) tellWhetherFull();
                } catch (IOException e) {
                    // It is away, or may not be written to any more: nothing of it grows that we know of.
                    lost(Reason.of(e));
                    cancel();
                }
            }
        };
        new Timer("log", true).schedule(look, PACE_MILLIS, PACE_MILLIS);
    }

    /** The command has ended: what it printed last may not have found room. */
    void ended() {
        if (made) tellWhetherFull();
    }

    /** No command has begun to write to it. */
    void delete() {
        if (!made) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // An empty file is left.
        }
    }

    /** Writes a block beside the log: the kernel alone knows of quotas and of what is kept back for root. */
    private void tellWhetherFull() {
        Path block = file.resolveSibling(file.getFileName() + ".room");
        try {
            Files.write(block, new byte[BLOCK]);
        } catch (IOException e) {
            lost(Reason.of(e));
        } finally {
            block.toFile().delete();
        }
    }

    private void lost(String why) {
        if (!told.getAndSet(true)) news.accept(new CommandNews.Unlogged(why));
    }
}
