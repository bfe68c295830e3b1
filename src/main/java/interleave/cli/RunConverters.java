package interleave.cli;

import interleave.kernel.CpuSet;
import interleave.kernel.ProcessStat;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.spec.Quantities;
import interleave.spec.Transport;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The settings of runs to values, as {@link Converters} does for what all commands have. */
final class RunConverters {
    private static final Path PROC = Path.of("/proc");
    private static final Path SYS = Path.of("/sys");

    private RunConverters() {}

    private static Optional<Long> whole(String text, long least, long most) {
        return Optional.of(text)
                .filter(digits -> digits.matches("-?\\d{1,19}"))
                .map(BigInteger::new)
                .filter(number -> number.bitLength() < Long.SIZE)
                .map(BigInteger::longValue)
                .filter(number -> number >= least && number <= most);
    }

    private static Long number(String text, Knob knob, String what) {
        String least = knob.least + (knob == Knob.CONNECTIONS ? " (no bound)" : "");
        return whole(text, knob.least, knob.most)
                .orElseThrow(() -> new TypeConversionException(
                        "must be a number of " + what + " from " + least + " to " + knob.most));
    }

    /** Of a knob, in its unit. */
    static long value(Knob knob, String text) {
        return switch (knob) {
            case POOL -> number(text, knob, "threads");
            case LOOPS -> number(text, knob, "event loops");
            case CARRIERS -> number(text, knob, "carriers");
            case CONNECTIONS -> number(text, knob, "connections");
            case TILE -> number(text, knob, "pixels");
            case LATENCY -> new OfLatency().convert(text).toNanos() / 1000;
            case WORK -> new OfWork().convert(text).toNanos() / 1000;
        };
    }

    static final class OfPool implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return value(Knob.POOL, text);
        }
    }

    static final class OfLoops implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return value(Knob.LOOPS, text);
        }
    }

    static final class OfConnections implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return value(Knob.CONNECTIONS, text);
        }
    }

    static final class OfTile implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return value(Knob.TILE, text);
        }
    }

    static final class OfTransport implements ITypeConverter<Transport> {
        @Override
        public Transport convert(String text) {
            return Transport.of(text).orElseThrow(() -> new TypeConversionException("must be io_uring, epoll or nio"));
        }
    }

    static final class OfCarriers implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return value(Knob.CARRIERS, text);
        }
    }

    static final class OfThreads implements ITypeConverter<ThreadCount> {
        private static final Pattern THREADS = Pattern.compile("(\\d{1,5})([x\u00d7]?)");

        @Override
        public ThreadCount convert(String text) {
            Matcher matcher = THREADS.matcher(text);
            int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            if (number < 1 || number > Limits.MOST_THREADS)
                throw new TypeConversionException("must be a number of threads from 1 to " + Limits.MOST_THREADS
                        + ", or 16x for 16 for each CPU");
            return new ThreadCount(number, !matcher.group(2).isEmpty());
        }
    }

    static final class OfLatency implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Quantities.duration(text)
                    .filter(duration -> duration.compareTo(Limits.LONGEST_LATENCY) <= 0)
                    .orElseThrow(() -> new TypeConversionException("must be a duration from 0ms to "
                            + Quantities.text(Limits.LONGEST_LATENCY) + ", as in 0.5ms, 20ms or 10s"));
        }
    }

    static final class OfWork implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Quantities.duration(text)
                    .filter(duration -> duration.compareTo(Limits.LONGEST_WORK) <= 0)
                    .orElseThrow(() -> new TypeConversionException("must be a duration from 0us to "
                            + Quantities.text(Limits.LONGEST_WORK) + ", as in 50us, 200us or 2ms"));
        }
    }

    static final class OfShare implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Quantities.share(text)
                    .filter(share -> share <= 0.99)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be a share of the tasks from 0% to 99%, as in 1%: of tasks that all fail, nothing"
                                    + " could be verified or measured"));
        }
    }

    static final class OfSeed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return whole(text, 0, Long.MAX_VALUE)
                    .orElseThrow(() ->
                            new TypeConversionException("must be a number from 0 to " + Long.MAX_VALUE + ", as in 42"));
        }
    }

    static final class OfHeap implements ITypeConverter<Long> {
        private static final long LEAST = 16 << 20;

        @Override
        public Long convert(String text) {
            return Quantities.bytes(text)
                    .filter(bytes -> bytes >= LEAST)
                    .orElseThrow(() -> new TypeConversionException("must be a size of 16m or more, such as 64m or 2g"));
        }
    }

    static final class OfCpus implements ITypeConverter<List<Integer>> {
        @Override
        public List<Integer> convert(String text) {
            List<Integer> asked = CpuSet.parse(text)
                    .map(List::copyOf)
                    .orElseThrow(() -> new TypeConversionException("must be a list of CPUs, such as 0,1 or 0-3"));
            SortedSet<Integer> usable = CpuSet.usable(PROC, SYS);
            List<Integer> missing =
                    asked.stream().filter(cpu -> !usable.contains(cpu)).toList();
            if (missing.isEmpty()) return asked;
            throw new TypeConversionException("names CPUs that cannot be used here (" + CpuSet.text(missing)
                    + "); there are " + CpuSet.text(usable));
        }
    }

    static final class OfNice implements ITypeConverter<Integer> {
        private static final int MOST = 19;

        @Override
        public Integer convert(String text) {
            boolean root = "root".equals(System.getProperty("user.name"));
            return convert(text, root ? -20 : Math.max(0, new ProcessStat(PROC).niceness()));
        }

        /** @param least what may be asked for: only root makes a process less nice than its parent */
        static int convert(String text, int least) {
            return whole(text, least, MOST)
                    .map(Long::intValue)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be a niceness that you may set, " + least + " to " + MOST));
        }
    }

    /** A share that something is to be known to, or to differ by. */
    static final class OfPrecision implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Quantities.share(text)
                    .filter(share -> share >= 0.001 && share <= 0.5)
                    .orElseThrow(() -> new TypeConversionException("must be 0.1% to 50%, as in 5%"));
        }
    }

    static final class OfMargin implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Quantities.share(text)
                    .filter(share -> share <= 0.5)
                    .orElseThrow(() -> new TypeConversionException("must be 0% to 50%, as in 1%"));
        }
    }
}
