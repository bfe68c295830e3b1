import java.io.IOException;
import java.nio.file.Path;

/** The machine's own programs, which the build runs. */
class Tools {
    private Tools() {}

    /** Runs a program to its end; what it prints goes where this JVM's words go. */
    static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) throw new BuildFailure(String.join(" ", command) + " ended with status " + status);
    }

    static void remove(Path path) throws IOException, InterruptedException {
        run("rm", "-rf", path.toString());
    }
}
