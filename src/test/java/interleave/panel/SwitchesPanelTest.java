package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who switched: nothing is attributed to the rest of the machine that is not known. */
class SwitchesPanelTest {
    private static final Size SIZE = new Size(120, 40);

    @Test
    void whatTheRunsAndTheMonitorDidNotCauseIsTheRest() {
        assertRest("rest +[0-9.]+k? +monitor", Map.of());
    }

    @Test
    void theRestIsMissingWhenTheRunsHaveMoreThanTheMachine() {
        assertRest("rest +\u2013 +monitor", Map.of(HostMetrics.SWITCHES_PER_S, Reading.of(9_000)));
    }

    @Test
    void theRestIsMissingWhileTheMonitorsOwnIs() {
        assertRest("rest +\u2013 +\u2502", Map.of(HostMetrics.SELF_SWITCHES_PER_S, Reading.WARMING_UP));
    }

    @Test
    void theRestIsMissingWhileTheWholeIs() {
        assertRest("rest +\u2013 +monitor", Map.of(HostMetrics.SWITCHES_PER_S, Reading.WARMING_UP));
    }

    @Test
    void theRestIsToldBesideThreeRunsOnAUsualScreenToo() {
        String picture =
                Picture.draw(Scenes.named("three-runs", new Size(80, 24))).toString();
        assertTrue(picture.lines().anyMatch(line -> line.matches(".*service +[0-9.]+k? rest +[0-9.]+k? .*")), picture);
    }

    /** A part of the graph is named by its run's key; one that is hardly anything of the whole has no name. */
    @Test
    void theBusiestOfTheOtherProcessesAreNamed() {
        String picture = Picture.draw(Scenes.named("process", SIZE)).toString();
        // 430 of 14,000 a second by the sum of its living threads; the others are less than 2 %.
        assertTrue(picture.contains("java\u2265  430"), picture);
        assertFalse(picture.contains("postgres") || picture.contains("run 11.0k"), picture);
        assertTrue(picture.lines().anyMatch(line -> line.matches(".*rest +[0-9.]+k? +monitor.*")), picture);
    }

    /** With three programs of long names neither the rest nor the monitor was told, nor two of the programs. */
    @Test
    void longNamesAreCutForAllPartsToBeTold() {
        List<SwitchesPanel.Label> labels =
                labels("1", "service", "*stress-ng-switc", "*stress-ng-pipe", "*systemd-journal", "rest", "monitor");
        int longest = SwitchesPanel.longest(labels, 42, 3);
        assertTrue(longest >= 7 && longest < 15, "cut to " + longest);
        assertEquals(
                36, SwitchesPanel.longest(labels("1", "*stress-ng-switc", "rest", "monitor"), 42, 3), "all have room");
        assertEquals(18, SwitchesPanel.longest(labels, 24, 2), "no length is short enough");
    }

    /** @param names those of other programs begin with a star */
    private static List<SwitchesPanel.Label> labels(String... names) {
        return Stream.of(names)
                .map(name -> new SwitchesPanel.Label(name.replace("*", ""), name.startsWith("*")))
                .toList();
    }

    /** Two runs with their service, three programs: at 120x40 "rest" was dropped for the length of their names. */
    @Test
    void namesOfProgramsAreCutFurtherForTheRestToBeTold() {
        List<SwitchesPanel.Label> labels = labels(
                "1", "2", "service", "*stress-ng-switc", "*systemd-journal", "*kworker/0:1-eve", "rest", "monitor");
        int longest = SwitchesPanel.longest(labels, 36, 3);
        assertTrue(longest < 7 && longest >= 3, "cut to " + longest);
    }

    private static void assertRest(String words, Map<Metric, Reading> instead) {
        String picture = Picture.draw(Scenes.threeRuns(SIZE, instead)).toString();
        assertTrue(picture.lines().anyMatch(line -> line.matches(".*" + words + ".*")), picture);
    }
}
