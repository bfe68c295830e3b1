package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.run.Frame.Usage;

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
            case CommandNews.Failed(String words) ->
                json.value("type", "failed").value("words", words);
            case CommandNews.Ended(int status, int signal, int left) ->
                json.value("type", "ended")
                        .value("status", status)
                        .value("signal", signal)
                        .value("left", left);
            case CommandNews.Gone(Usage usage) -> write(json.value("type", "gone"), usage);
        }
        return json.end().done();
    }

    private static void write(JsonStringWriter json, Usage usage) {
        json.value("user_us", usage.userMicros())
                .value("system_us", usage.systemMicros())
                .value("voluntary", usage.voluntary())
                .value("involuntary", usage.involuntary())
                .value("minor_faults", usage.minorFaults())
                .value("major_faults", usage.majorFaults());
    }

    public static CommandNews parse(String line) throws WireException {
        Fields fields = Fields.parse(line);
        String type = fields.text("type");
        return switch (type) {
            case "started" -> new CommandNews.Started(fields.small("pid"), fields.text("log"));
            case "failed" -> new CommandNews.Failed(fields.text("words"));
            case "ended" -> new CommandNews.Ended(fields.small("status"), fields.small("signal"), fields.small("left"));
            case "gone" -> new CommandNews.Gone(usage(fields));
            default -> throw fields.unknownType(type);
        };
    }

    private static Usage usage(Fields fields) throws WireException {
        return new Usage(
                fields.number("user_us"),
                fields.number("system_us"),
                fields.number("voluntary"),
                fields.number("involuntary"),
                fields.number("minor_faults"),
                fields.number("major_faults"));
    }
}
