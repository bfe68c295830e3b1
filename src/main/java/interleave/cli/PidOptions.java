package interleave.cli;

import interleave.kernel.ProcessId;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Processes that are not ours, by their numbers. */
final class PidOptions {
    /** The kernel gives out no higher ones, whatever its setting (proc_sys_kernel(5), pid_max). */
    private static final int HIGHEST = 4_194_304;

    @Option(
            names = "--pid",
            paramLabel = "N",
            converter = OfPid.class,
            description = "Another process to watch, any on this machine; may be given several times.")
    private List<Integer> pids = List.of();

    /** Each once, in the order of the command line. */
    List<Integer> pids() {
        Set<Integer> once = new LinkedHashSet<>(pids);
        return List.copyOf(once);
    }

    static final class OfPid implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int pid = number(text);
            Optional<String> whyNot = ProcessId.whyNot(Path.of("/proc"), pid);
            if (whyNot.isPresent()) throw new TypeConversionException(whyNot.get());
            return pid;
        }

        private static int number(String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= HIGHEST && text.matches("[0-9]+")) return number;
            } catch (NumberFormatException e) {
                // The line below says it.
            }
            throw new TypeConversionException("must be the number of a process as ps shows it, such as 4711");
        }
    }
}
