package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.run.Frame;

/** {@link Message} as one line of JSON. Readers pass over names that they do not know. */
public final class Messages {
    private static final String BEGINNING = "{\"type\":";

    private Messages() {}

    /** One line, without its end. */
    public static String toLine(Message message) {
        JsonStringWriter json = JsonWriter.string().object();
        // start-up: a switch over types is built anew by each JVM, and these two come first.
        if (message instanceof Message.Report(Frame frame)) Frames.write(json.value("type", "frame"), frame);
        else if (message instanceof Message.Hello(long pid, int port, String transport))
            json.value("type", "hello").value("pid", pid).value("port", port).value("transport", transport);
        else writeOther(json, message);
        return json.end().done();
    }

    private static void writeOther(JsonStringWriter json, Message message) {
        switch (message) {
            case Message.Hello hello -> throw new IllegalArgumentException("not one of the others");
            case Message.Report report -> throw new IllegalArgumentException("not one of the others");
            case Message.Finding(String words) -> json.value("type", "finding").value("words", words);
            case Message.Refused(Order refused, Order inForce, String words) -> {
                json.value("type", "refused").value("words", words);
                Orders.write(json.object("refused"), refused);
                json.end().object("in_force");
                Orders.write(json, inForce);
                json.end();
            }
            case Message.Fault(String words) -> json.value("type", "fault").value("words", words);
        }
    }

    /** True if a line that cannot be read was meant as a message, rather than being somebody else's. */
    public static boolean meantAsOne(String line) {
        return line.startsWith(BEGINNING);
    }

    public static Message parse(String line) throws WireException {
        Fields fields = Fields.parse(line);
        String type = fields.text("type");
        return switch (type) {
            case "hello" -> new Message.Hello(fields.number("pid"), fields.small("port"), fields.text("transport"));
            case "frame" -> new Message.Report(Frames.read(fields));
            case "finding" -> new Message.Finding(fields.text("words"));
            case "refused" ->
                new Message.Refused(
                        Orders.read(fields.fields("refused")),
                        Orders.read(fields.fields("in_force")),
                        fields.text("words"));
            case "fault" -> new Message.Fault(fields.text("words"));
            default -> throw fields.unknownType(type);
        };
    }
}
