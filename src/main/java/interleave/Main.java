package interleave;

import interleave.cli.Commands;
import interleave.cli.EndSignals;
import interleave.cli.Output;
import interleave.cli.UnexpectedFailure;
import interleave.config.Settings;
import interleave.kernel.OpenFiles;
import interleave.spec.ExitStatus;
import interleave.supervisor.Jars;
import java.io.File;
import java.io.PrintStream;
import java.util.Optional;

/** The command line's entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(status(arguments));
    }

    static int status(String[] arguments) {
        try {
            Optional<String> tooFew = OpenFiles.tooFew(new File("/proc"));
            if (tooFew.isPresent()) {
                System.err.println("interleave: " + tooFew.get());
                return ExitStatus.WRONG_USE;
            }
            // start-up: without arguments nothing is parsed.
            if (arguments.length == 0) return Dashboard.run(Settings.DEFAULT);
            EndSignals signals = EndSignals.listen();
            PrintStream err = Output.standardError();
            UnexpectedFailure.endsTheProcess(() -> {}, err);
            Jars.restore();
            Output out = Output.standard();
            return out.status(Commands.run(arguments, Dashboard::run, out, err, signals), err);
        } catch (RuntimeException | Error e) {
            return UnexpectedFailure.tell(e, System.err);
        }
    }
}
