package interleave.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/**
 * A JVM's account of its threads, read line by line, since it may be a hundred megabytes: of each line the begin alone.
 * Pure but for the reading.
 */
final class ThreadDump {
    /** Names of threads may be longer; the rest of a line is not. */
    private static final int LONGEST_LINE = 2000;

    private static final String NUMBER = " nid=";

    private ThreadDump() {}

    /** Of {@code jcmd Thread.print}: the names by the kernel's number of the thread. */
    static Map<Integer, String> names(Reader dump) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        StringBuilder line = new StringBuilder();
        while (next(dump, line)) {
            if (line.isEmpty() || line.charAt(0) != '"') continue;
            int number = line.lastIndexOf(NUMBER);
            int end = line.lastIndexOf("\"", number);
            if (number < 0 || end < 1) continue;
            int tid = number(line, number + NUMBER.length());
            if (tid > 0) names.put(tid, Names.clean(line.substring(1, end)));
        }
        return names;
    }

    /** Decimal since JDK 20, before that hexadecimal with {@code 0x}; 0 of what is neither. */
    private static int number(StringBuilder line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) > ' ') end++;
        String text = line.substring(from, end);
        try {
            return text.startsWith("0x") ? Integer.parseInt(text.substring(2), 16) : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Of {@code jcmd Thread.dump_to_file}: how many of the threads are virtual. */
    static long virtual(Reader dump) throws IOException {
        long count = 0;
        StringBuilder line = new StringBuilder();
        while (next(dump, line)) {
            if (line.isEmpty() || line.charAt(0) != '#') continue;
            int end = line.lastIndexOf("\"");
            if (end > 0 && line.indexOf(" virtual", end) == end + 1) count++;
        }
        return count;
    }

    /** The next line, cut off where it is very long. Returns false at the end. */
    private static boolean next(Reader dump, StringBuilder line) throws IOException {
        line.setLength(0);
        int letter;
        while ((letter = dump.read()) >= 0 && letter != '\n')
            if (line.length() < LONGEST_LINE) line.append((char) letter);
        return letter >= 0 || !line.isEmpty();
    }

    /** Reads to the end, so that whoever writes is not cut off. */
    static void drain(InputStream answer) throws IOException {
        byte[] buffer = new byte[4096];
        while (answer.read(buffer) >= 0) continue;
    }
}
