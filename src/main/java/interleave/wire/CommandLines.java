package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

/** {@link CommandNews} as one line of JSON. Readers pass over names that they do not know. */
public final class CommandLines {
    /** The order to let the command go on when the guard itself ends; without it, all of it ends with the guard. */
    public static final String LEAVE = "leave";

    private CommandLines() {}

    /** One line, without its end. */
    public static String toLine(CommandNews news) {
        JsonStringWriter json = JsonWriter.string().object();
        switch (news) {
            case CommandNews.Started(int pid, String log) ->
                json.value("type", "started").value("pid", pid).value("log", log);
            case CommandNews.Unlogged(String why) ->
                json.value("type", "unlogged").value("why", why);
            case CommandNews.Failed(String words) ->
                json.value("type", "failed").value("words", words);
            case CommandNews.Ended(int status, int signal, int left) ->
                json.value("type", "ended")
                        .value("status", status)
                        .value("signal", signal)
                        .value("left", left);
            case CommandNews.Gone(long cpuMicros, long voluntary, long involuntary) ->
                json.value("type", "gone")
                        .value("cpu_us", cpuMicros)
                        .value("voluntary", voluntary)
                        .value("involuntary", involuntary);
        }
        return json.end().done();
    }

    public static CommandNews parse(String line) throws WireException {
        Fields fields = Fields.parse(line);
        String type = fields.text("type");
        return switch (type) {
            case "started" -> new CommandNews.Started(fields.small("pid"), fields.text("log"));
            case "unlogged" -> new CommandNews.Unlogged(fields.text("why"));
            case "failed" -> new CommandNews.Failed(fields.text("words"));
            case "ended" -> new CommandNews.Ended(fields.small("status"), fields.small("signal"), fields.small("left"));
            case "gone" ->
                new CommandNews.Gone(fields.number("cpu_us"), fields.number("voluntary"), fields.number("involuntary"));
            default -> throw fields.unknownType(type);
        };
    }
}
