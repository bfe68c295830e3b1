package interleave.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form in which results are printed. */
enum OutputFormat {
    TEXT,
    JSON,
    CSV;

    static Optional<OutputFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
