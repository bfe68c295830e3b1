package interleave.accuracy;

import interleave.kernel.Rusage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * A program whose threads wait, compute beside each other, are born and end all the while; it says what {@code
 * getrusage} has of it whenever it reads a line, and after three seconds where that is "later". With an argument no
 * thread is born or ends.
 */
final class KnownThreads {
    private static final long A_WHILE = 3_000_000_000L;

    private KnownThreads() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < 3; i++) Thread.ofPlatform().daemon().start(KnownThreads::waitOften);
        for (int i = 0; i < 3; i++) Thread.ofPlatform().daemon().start(KnownThreads::compute);
        if (arguments.length == 0) Thread.ofPlatform().daemon().start(KnownThreads::bear);
        Rusage own = Rusage.ofThisProcess();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            long until = System.nanoTime() + (line.equals("later") ? A_WHILE : 0);
            for (long left; (left = until - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
            Rusage.Used used = own.read();
            System.out.println(used.voluntary() + " " + used.involuntary() + " " + used.cpuMicros());
        }
    }

    private static void waitOften() {
        while (true) LockSupport.parkNanos(1_000_000);
    }

    private static void compute() {
        for (long i = 0; ; i++) if (i % 1_000_000 == 0) Thread.onSpinWait();
    }

    private static void bear() {
        while (true) {
            Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 3; i++) LockSupport.parkNanos(100_000);
            });
            LockSupport.parkNanos(2_000_000);
        }
    }
}
