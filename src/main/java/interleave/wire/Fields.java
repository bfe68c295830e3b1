package interleave.wire;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The named values of one JSON object, each asked for by type. Unknown names are passed over. */
record Fields(JsonObject object) {
    /** Longer than any honest line: a frame with two full histograms stays below 64 KiB. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int SHOWN = 40;

    static Fields parse(String line) throws WireException {
        if (line.length() > LONGEST_LINE) throw new WireException("a line of " + line.length() + " characters");
        try {
            return new Fields(JsonParser.object().from(line));
        } catch (JsonParserException | StackOverflowError e) {
            // The parser calls itself for each bracket: a line of nothing else is no message either.
            throw new WireException("not a JSON object: " + shown(line));
        }
    }

    String text(String name) throws WireException {
        if (object.get(name) instanceof String text) return text;
        throw missing(name, "text");
    }

    long number(String name) throws WireException {
        if (object.get(name) instanceof Number number && whole(number)) return number.longValue();
        throw missing(name, "a whole number");
    }

    /** As a double the greatest long is 2^63, like the first number that is too great for a long. */
    private static boolean whole(Number number) {
        if (number instanceof Integer || number instanceof Long) return true;
        if (number instanceof BigInteger big) return big.bitLength() < Long.SIZE;
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 0x1p63;
    }

    int small(String name) throws WireException {
        long number = number(name);
        if (number == (int) number) return (int) number;
        throw missing(name, "a number below 2^31");
    }

    List<Integer> smalls(String name) throws WireException {
        if (!(object.get(name) instanceof JsonArray array)) throw missing(name, "a list");
        List<Integer> numbers = new ArrayList<>();
        for (Object each : array)
            if (each instanceof Integer number) numbers.add(number);
            else throw missing(name, "a list of numbers below 2^31");
        return List.copyOf(numbers);
    }

    List<String> texts(String name) throws WireException {
        if (!(object.get(name) instanceof JsonArray array)) throw missing(name, "a list");
        List<String> texts = new ArrayList<>();
        for (Object each : array)
            if (each instanceof String text) texts.add(text);
            else throw missing(name, "a list of texts");
        return List.copyOf(texts);
    }

    double real(String name) throws WireException {
        if (object.get(name) instanceof Number number && Double.isFinite(number.doubleValue()))
            return number.doubleValue();
        throw missing(name, "a number");
    }

    boolean has(String name) {
        return object.has(name);
    }

    Fields fields(String name) throws WireException {
        if (object.get(name) instanceof JsonObject inner) return new Fields(inner);
        throw missing(name, "an object");
    }

    WireException unknownType(String type) {
        return new WireException("unknown type '" + shown(type) + "'");
    }

    private static WireException missing(String name, String what) {
        return new WireException("'" + name + "' is not " + what);
    }

    /** The beginning of a foreign text, safe to print. */
    private static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
