package interleave.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * io_uring rings of the size that Netty's event loops have, made to see that they can be, and closed again. The rings
 * of a user other than root count against RLIMIT_MEMLOCK, those of all the user's processes together, which no file
 * tells. The kernel gives the room back some hundredth of a second after the close. See io_uring_setup(2).
 */
public final class Rings {
    /** Of one: 128 entries of 64 bytes, and 4,096 completions of 16, in pages. */
    public static final long BYTES = 76 << 10;

    private static final long SYS_IO_URING_SETUP = 425;
    private static final int ENTRIES = 128;
    private static final int COMPLETIONS = 4096;
    private static final int SETUP_CQSIZE = 1 << 3;

    /** {@code struct io_uring_params}. */
    private static final int PARAMS_BYTES = 120;

    private static final int COMPLETIONS_AT = 4;
    private static final int FLAGS_AT = 8;

    private static final int EPERM = 1;
    private static final int ENOMEM = 12;
    private static final int ENFILE = 23;
    private static final int EMFILE = 24;

    /** Where memory is not bounded, as for root, no more than these are made to see that it is not. */
    private static final int MOST = 256;

    private final Native calls = new Native();

    private Rings() {}

    /**
     * Why so many rings cannot be there at once beside those that are, in a clause that names the cure; empty if they
     * can.
     */
    public static Optional<String> whyNot(int number) {
        return why(new Rings().failure(Math.min(number, MOST)), number);
    }

    /** @param error of errno(3); 0: none */
    static Optional<String> why(int error, int number) {
        return switch (error) {
            // Of open files there are more in the processes that need the rings.
            case 0, EMFILE, ENFILE -> Optional.empty();
            case ENOMEM ->
                Optional.of((number == 1 ? "its ring finds" : "their " + number + " rings find")
                        + " no room in the memory that this user may lock: raise ulimit -l");
            case EPERM -> Optional.of("the kernel forbids it: the sysctl kernel.io_uring_disabled");
            default -> Optional.of("the kernel refuses a ring with error " + error);
        };
    }

    private int failure(int number) {
        int[] made = new int[number];
        int count = 0;
        int error = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = arena.allocate(PARAMS_BYTES, Long.BYTES);
            MemorySegment state = arena.allocate(Native.STATE);
            while (count < number && error == 0) {
                params.fill((byte) 0);
                params.set(JAVA_INT, COMPLETIONS_AT, COMPLETIONS);
                params.set(JAVA_INT, FLAGS_AT, SETUP_CQSIZE);
                int ring = calls.setup(state, params);
                if (ring < 0) error = (int) Native.ERRNO.get(state, 0L);
                else made[count++] = ring;
            }
            return error;
        } finally {
            for (int i = 0; i < count; i++) calls.close(made[i]);
        }
    }

    private static final class Native {
        static final StructLayout STATE = Linker.Option.captureStateLayout();
        static final java.lang.invoke.VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

        private final MethodHandle syscall;
        private final MethodHandle close;

        @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
        Native() {
            Linker linker = Linker.nativeLinker();
            syscall = linker.downcallHandle(
                    CLibrary.symbol("syscall"),
                    FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS),
                    Linker.Option.firstVariadicArg(1),
                    Linker.Option.captureCallState("errno"));
            close = linker.downcallHandle(CLibrary.symbol("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        }

        int setup(MemorySegment state, MemorySegment params) {
            try {
                return (int) (long) syscall.invokeExact(state, SYS_IO_URING_SETUP, ENTRIES, params);
            } catch (Throwable e) {
                throw new IllegalStateException("io_uring_setup could not be called", e);
            }
        }

        void close(int ring) {
            try {
                int ignored = (int) close.invokeExact(ring);
            } catch (Throwable e) {
                throw new IllegalStateException("close could not be called", e);
            }
        }
    }
}
