package interleave.report;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** A headless browser with one page, over the DevTools protocol. What it reports besides is kept. One thread. */
final class Chromium implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final List<JsonObject> events = new ArrayList<>();
    private final WebSocket socket;
    private final String session;
    private int asked;

    /** @param folder for its profile, which is not kept */
    Chromium(String program, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder));
        // It has no sandbox for root, and refuses to start there without this; the pages are our own files.
        if (System.getProperty("user.name").equals("root")) command.add("--no-sandbox");
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = client.newWebSocketBuilder()
                .buildAsync(address(), new Listener())
                .get(PATIENCE_SECONDS, SECONDS);
        String target =
                browser("Target.createTarget", object("url", "about:blank")).getString("targetId");
        session = browser("Target.attachToTarget", object("targetId", target, "flatten", true))
                .getString("sessionId");
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) ask(domain + ".enable");
    }

    private URI address() throws IOException {
        // Its reader stays open: what it says later must not fill the pipe, and it says little.
        BufferedReader words = process.errorReader();
        for (String line = words.readLine(); line != null; line = words.readLine())
            if (line.startsWith("DevTools listening on "))
                return URI.create(line.substring(22).strip());
        throw new IOException("the browser ended");
    }

    /** Asks the page; the parameters are names and values in turn. */
    JsonObject ask(String method, Object... parameters) throws Exception {
        return ask(method, object(parameters), session);
    }

    private JsonObject browser(String method, JsonObject parameters) throws Exception {
        return ask(method, parameters, "");
    }

    private JsonObject ask(String method, JsonObject parameters, String to) throws Exception {
        JsonObject message = object("id", ++asked, "method", method, "params", parameters);
        if (!to.isEmpty()) message.put("sessionId", to);
        socket.sendText(JsonWriter.string(message), true).get(PATIENCE_SECONDS, SECONDS);
        for (; ; ) {
            JsonObject next = next();
            if (next.getInt("id") != asked) continue;
            if (next.has("error")) throw new IOException(method + ": " + next.getObject("error"));
            return next.getObject("result");
        }
    }

    private JsonObject next() throws Exception {
        JsonObject next = messages.poll(PATIENCE_SECONDS, SECONDS);
        if (next == null) throw new IOException("the browser says nothing");
        if (next.has("method")) events.add(next);
        return next;
    }

    /** Shows a page of so many pixels across, and comes back when it is there. */
    void show(Path page, int width, boolean dark) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                900,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        JsonArray features = new JsonArray();
        features.add(object("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
        ask("Emulation.setEmulatedMedia", "features", features);
        int before = events.size();
        ask("Page.navigate", "url", page.toUri().toString());
        while (events.subList(before, events.size()).stream()
                .noneMatch(event -> event.getString("method").equals("Page.loadEventFired"))) next();
    }

    /** The value of an expression, as text. */
    String evaluate(String expression) throws Exception {
        JsonObject result = ask("Runtime.evaluate", "expression", expression, "returnByValue", true);
        if (result.has("exceptionDetails")) throw new IOException(result.toString());
        return String.valueOf(result.getObject("result").get("value"));
    }

    /** All that it reported by itself since it was started. */
    List<JsonObject> events() {
        return List.copyOf(events);
    }

    private static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2)
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return object;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    messages.add(JsonParser.object().from(text.toString()));
                } catch (JsonParserException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
