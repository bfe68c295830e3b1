package interleave.supervisor;

import java.util.Optional;

/**
 * The fate of what a command prints.
 *
 * @param file where it goes; empty if nowhere, or not yet known
 * @param lost why some of it may be lost, or all of it where there is no file; empty if nothing speaks for that
 */
record CommandOutput(Optional<String> file, Optional<String> lost) {
    static final CommandOutput UNKNOWN = new CommandOutput(Optional.empty(), Optional.empty());

    CommandOutput to(String name) {
        return new CommandOutput(Optional.of(name).filter(text -> !text.isEmpty()), lost);
    }

    CommandOutput losing(String why) {
        return new CommandOutput(file, Optional.of(why));
    }

    /** In words that stand behind this sign; nothing, without the sign, if nothing is known. */
    String behind(String sign) {
        return words().map(words -> sign + words).orElse("");
    }

    private Optional<String> words() {
        if (lost.isEmpty()) return file.map(name -> "output: " + name);
        return Optional.of(file.map(name -> "some of its output may be lost: " + lost.get() + ": " + name)
                .orElse("its output is lost: " + lost.get()));
    }
}
