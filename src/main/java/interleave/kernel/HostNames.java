package interleave.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The names of this machine, its kernel and its CPUs; each part is empty where the kernel does not tell.
 *
 * @param release of the kernel: {@code 6.12.1}
 */
public record HostNames(Optional<String> host, Optional<String> release, Optional<String> cpuModel) {
    /** Enough for the first CPU's entry. The whole file can be large and slow on a machine of many CPUs. */
    private static final int CPUINFO_BYTES = 4096;

    public static HostNames read(Path proc) {
        Path kernel = proc.resolve("sys/kernel");
        return new HostNames(
                start(kernel.resolve("hostname")).map(Cursor::rest),
                start(kernel.resolve("osrelease")).map(Cursor::rest),
                start(proc.resolve("cpuinfo")).flatMap(HostNames::model));
    }

    /** {@code model name : ...} on x86, s390 and others; arm64 has none, and there it stays unknown. */
    private static Optional<String> model(Cursor cpuinfo) {
        if (!cpuinfo.seekLine("model name") || !cpuinfo.seek(":")) return Optional.empty();
        return Optional.of(cpuinfo.rest()).filter(model -> !model.isEmpty());
    }

    private static Optional<Cursor> start(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(CPUINFO_BYTES);
            return Optional.of(new Cursor(path.toString(), bytes, bytes.length));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
