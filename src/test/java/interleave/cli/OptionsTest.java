package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Knob;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options that several commands have are the same in each. */
class OptionsTest {
    /**
     * Of the same name for other things: the whole of a run or each of its repetitions, with or without CSV, beside a
     * server of the user's alone or whatever a run talks to.
     */
    private static final Set<String> OTHERWISE =
            Set.of("--duration TIME", "--warmup TIME", "--format F", "--rate R", "--place P");

    private static List<CommandLine> commands() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Output out = new Output(new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        CommandLine whole = Commands.whole(new Console(out, nowhere, new EndSignals(signal -> {})));
        List<CommandLine> all = new ArrayList<>(whole.getSubcommands().values());
        all.add(whole);
        return all;
    }

    @Test
    void anOptionOfSeveralCommandsHasTheSameWordsAndConverterInEach() {
        Map<String, Set<String>> words = new TreeMap<>();
        for (CommandLine command : commands())
            for (OptionSpec option : command.getCommandSpec().options()) {
                String name = option.longestName() + " " + option.paramLabel();
                String meant = String.join(" ", option.description()).replaceFirst("; default .*", "");
                String converters = List.of(option.converters()).stream()
                        .map(each -> each.getClass().getSimpleName())
                        .toList()
                        .toString();
                if (!OTHERWISE.contains(name))
                    words.computeIfAbsent(name, _ -> new TreeSet<>()).add(meant + " " + converters);
            }
        words.forEach((name, said) -> assertEquals(1, said.size(), name + ": " + said));
        assertTrue(words.size() > 40, words.keySet().toString());
    }

    @Test
    void theDefaultThatHelpTellsIsTheOneThatHolds() {
        int told = 0;
        for (CommandLine command : commands())
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (option.defaultValue() == null) continue;
                String words = String.join(" ", option.description()).replace("%%", "%");
                assertTrue(words.contains("default " + option.defaultValue()), option.longestName() + ": " + words);
                told++;
            }
        assertTrue(told > 10, String.valueOf(told));
    }

    /** {@code run} places nothing but a server that it starts: it told "default: apart" of all. */
    @Test
    void theHelpOfRunSaysWhenItPlacesAnything() {
        CommandLine run = commands().stream()
                .filter(command -> command.getCommandName().equals("run"))
                .findFirst()
                .orElseThrow();
        String words =
                String.join(" ", run.getCommandSpec().findOption("--place").description());
        assertTrue(words.contains("Without such a server the scheduler decides"), words);
    }

    @Test
    void everyKnobIsAnOptionOfARun() {
        CommandLine run = commands().stream()
                .filter(command -> command.getCommandName().equals("run"))
                .findFirst()
                .orElseThrow();
        for (Knob knob : Knob.values())
            assertTrue(run.getCommandSpec().optionsMap().containsKey("--" + knob.option), knob.option);
    }
}
