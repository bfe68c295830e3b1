package interleave.spec;

/**
 * The thing to look for in a workload, as its settings have it: {@code {pool}} stands for a setting's value, and {@code
 * {pool:thread}} for so many of something. Names are those of {@link Knob}, and of the unit nothing: {@code pool},
 * {@code loops}, {@code carriers}.
 *
 * @param whole without a full stop
 * @param brief the same in at most {@link #BRIEF} columns, whatever the settings
 */
public record Sentence(String whole, String brief) {
    public static final int BRIEF = 45;

    /** The settings of a workload's knobs. */
    // start-up: what has settings is one itself, and no lambda has to be made of it.
    @FunctionalInterface
    public interface Settings {
        long value(Knob knob);
    }

    public String whole(Settings settings) {
        return filled(whole, settings);
    }

    public String brief(Settings settings) {
        return filled(brief, settings);
    }

    // start-up: without regular expressions.
    private static String filled(String template, Settings settings) {
        int from = template.indexOf('{');
        if (from < 0) return template;
        StringBuilder text = new StringBuilder(template.length() + 16);
        int done = 0;
        while (from >= 0) {
            int end = template.indexOf('}', from);
            int colon = template.indexOf(':', from);
            boolean noun = colon > 0 && colon < end;
            String name = template.substring(from + 1, noun ? colon : end);
            long value = settings.value(Knob.of(name).orElseThrow());
            text.append(template, done, from).append(value);
            if (noun) text.append(' ').append(template, colon + 1, end);
            if (noun && value != 1) text.append('s');
            done = end + 1;
            from = template.indexOf('{', done);
        }
        return text.append(template, done, template.length()).toString();
    }
}
