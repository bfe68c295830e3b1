package interleave.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.util.List;

/**
 * The start of a program by {@code posix_spawnp(3)}, in a session of its own: it hears nothing that a terminal sends,
 * all signals mean to it what they mean by default, and of this process's files it has none. Its end is
 * {@link Reaper}'s to tell; {@link ProcessBuilder} would take that from it. No shell sees the words.
 */
public final class Spawn {
    private static final short SET_SIGNAL_MASK = 0x08;
    private static final short SET_SIGNAL_DEFAULTS = 0x04;
    private static final short SET_SESSION = 0x80;

    private static final long READ_ONLY = 0;
    private static final long WRITE_ONLY_CREATE_APPEND = 0x1 | 0x40 | 0x400;
    private static final long OWNER_ALONE = 0600;

    /** More than {@code posix_spawnattr_t} and {@code posix_spawn_file_actions_t} take: 336 and 80 bytes in glibc. */
    private static final int ROOM = 1024;

    private static final int SIGNAL_SET = 128;
    private static final Charset OF_THE_LOCALE =
            Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"), java.nio.charset.StandardCharsets.UTF_8);

    private Spawn() {}

    /**
     * Starts it in the current folder, and gives its process id.
     *
     * @param log a file that takes its standard output and standard error, after what stands there
     * @throws IOException with the kernel's words if it could not be
     */
    public static int start(List<String> command, String log) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(ROOM, Long.BYTES);
            MemorySegment attributes = arena.allocate(ROOM, Long.BYTES);
            files(actions, text(arena, "/dev/null"), text(arena, log));
            attributes(attributes, arena.allocate(SIGNAL_SET, Long.BYTES));
            MemorySegment pid = arena.allocate(JAVA_INT);
            MemorySegment words = words(arena, command);
            call(
                    "posix_spawnp",
                    pid.address(),
                    words.get(ADDRESS, 0).address(),
                    actions.address(),
                    attributes.address(),
                    words.address(),
                    environment());
            return pid.get(JAVA_INT, 0);
        }
    }

    private static void files(MemorySegment actions, MemorySegment nothing, MemorySegment log) throws IOException {
        String add = "posix_spawn_file_actions_add";
        call("posix_spawn_file_actions_init", actions.address(), 0, 0, 0, 0, 0);
        call(add + "open", actions.address(), 0, nothing.address(), READ_ONLY, 0, 0);
        call(add + "open", actions.address(), 1, log.address(), WRITE_ONLY_CREATE_APPEND, OWNER_ALONE, 0);
        call(add + "dup2", actions.address(), 1, 2, 0, 0, 0);
        call(add + "closefrom_np", actions.address(), 3, 0, 0, 0, 0);
    }

    private static void attributes(MemorySegment attributes, MemorySegment signals) throws IOException {
        call("posix_spawnattr_init", attributes.address(), 0, 0, 0, 0, 0);
        call("sigemptyset", signals.address(), 0, 0, 0, 0, 0);
        call("posix_spawnattr_setsigmask", attributes.address(), signals.address(), 0, 0, 0, 0);
        call("sigfillset", signals.address(), 0, 0, 0, 0, 0);
        call("posix_spawnattr_setsigdefault", attributes.address(), signals.address(), 0, 0, 0, 0);
        long flags = SET_SIGNAL_MASK | SET_SIGNAL_DEFAULTS | SET_SESSION;
        call("posix_spawnattr_setflags", attributes.address(), flags, 0, 0, 0, 0);
    }

    private static MemorySegment words(Arena arena, List<String> command) {
        MemorySegment words = arena.allocate(ADDRESS, command.size() + 1L);
        for (int i = 0; i < command.size(); i++) words.setAtIndex(ADDRESS, i, text(arena, command.get(i)));
        return words;
    }

    private static MemorySegment text(Arena arena, String text) {
        byte[] bytes = text.getBytes(OF_THE_LOCALE);
        MemorySegment segment = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, segment, 0, bytes.length);
        return segment;
    }

    /** That of this process as the kernel gave it, in whatever letters. */
    @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
    private static long environment() {
        return CLibrary.symbol("environ")
                .reinterpret(ADDRESS.byteSize())
                .get(ADDRESS, 0)
                .address();
    }

    private static void call(String name, long a, long b, long c, long d, long e, long f) throws IOException {
        int error;
        try {
            MethodHandle function = CFunction.ofSix(name);
            error = (int) (long) function.invokeExact(a, b, c, d, e, f);
        } catch (Throwable why) {
            throw new IOException(name + " could not be called", why);
        }
        if (error != 0) throw new IOException(Errors.words(error));
    }
}
