package interleave.cli;

import interleave.kernel.HostNames;
import interleave.kernel.Reason;
import interleave.lab.Place;
import interleave.report.Html;
import interleave.report.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The results as a page of HTML beside what is printed. */
final class ReportOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the results as a self-contained page of HTML, too.")
    private Optional<Path> file = Optional.empty();

    /** It was not there before. */
    private boolean fresh;

    /** Before anything is measured: what cannot be written there is known now. */
    void check() {
        if (file.isEmpty()) return;
        Path folder = file.get().toAbsolutePath().getParent();
        if (Files.isDirectory(file.get())) throw wrong("is a folder; must be a file");
        if (folder == null || !Files.isDirectory(folder)) throw wrong("is in no folder that there is");
        if (!Files.isWritable(Files.exists(file.get()) ? file.get() : folder)) throw wrong("may not be written");
        fresh = Files.notExists(file.get());
        if (fresh) tryToCreate(file.get());
    }

    /** Some folders take no files, whoever asks. */
    private void tryToCreate(Path missing) {
        try {
            Files.delete(Files.createFile(missing));
        } catch (IOException e) {
            throw wrong("cannot be written: " + Reason.of(e));
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), named() + " " + words);
    }

    private String named() {
        return "--report " + Typed.shown(file.orElseThrow().toString());
    }

    /** Writes a text to a file, all of it or fails. */
    interface Writer {
        void write(Path file, String text) throws IOException;
    }

    /** Returns why it could not be written; empty if it was, or nobody asked for it. */
    Optional<String> write(Supplier<Page> page) {
        return write(page, (place, text) -> WholeFile.write(place, text.getBytes(StandardCharsets.UTF_8)));
    }

    Optional<String> write(Supplier<Page> page, Writer writer) {
        if (file.isEmpty()) return Optional.empty();
        try {
            writer.write(file.get(), Html.of(page.get()));
            return Optional.empty();
        } catch (IOException e) {
            if (fresh) forget(file.get());
            return Optional.of(named() + " cannot be written: " + Reason.of(e));
        }
    }

    /** Half a page is no report. */
    private static void forget(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // The line that tells why it could not be written is enough.
        }
    }

    /** The machine, and where runs were on it. */
    static List<Page.Fact> machine(Place place, Place.Sides sides) {
        HostNames names = HostNames.read(Path.of("/proc"));
        List<Page.Fact> facts = new ArrayList<>();
        names.host().ifPresent(host -> facts.add(new Page.Fact("machine", host)));
        names.cpuModel().ifPresent(model -> facts.add(new Page.Fact("processor", model)));
        facts.add(new Page.Fact("CPUs", String.valueOf(Runtime.getRuntime().availableProcessors())));
        facts.add(new Page.Fact("kernel", "Linux " + System.getProperty("os.version")));
        facts.add(new Page.Fact("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.version")));
        facts.add(new Page.Fact("place", PlaceOption.words(place, sides)));
        facts.add(new Page.Fact(
                "written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        return facts;
    }
}
