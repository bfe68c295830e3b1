package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A run that serves: its own client keeps it busy, and anybody else's is answered as well. */
class ServeIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    private final Program program = new Program();

    @Test
    void itIsAskedByItsClientAndByOthers() throws Exception {
        Process run = program.start(
                "run",
                "serve/virtual",
                "--concurrency",
                "32",
                "--warmup",
                "0s",
                "--duration",
                "1m",
                "--format",
                "json");
        run.getOutputStream().close();
        String told = run.errorReader().readLine();
        Matcher address = ADDRESS.matcher(told);
        assertTrue(address.find(), told);
        BufferedReader results = run.inputReader();
        results.readLine();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.group() + "some-path"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals("some-path", response.body());
        }
        new ProcessBuilder("kill", "-INT", "" + run.pid()).start().waitFor();
        String last = results.lines().reduce((older, newer) -> newer).orElseThrow();
        assertTrue(last.contains("\"type\":\"summary\"") && last.contains("\"verified\":true"), last);
        assertEquals(130, run.waitFor());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }
}
