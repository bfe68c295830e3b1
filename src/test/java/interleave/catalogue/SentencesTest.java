package interleave.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Knob;
import interleave.spec.Sentence;
import interleave.spec.WorkloadInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sentence about a cell is a function of its settings. */
class SentencesTest {
    private static final List<Sentence.Settings> SETTINGS =
            List.of(knob -> 1, knob -> 64, knob -> Math.min(knob.most, 20_000));

    @Test
    void eachFillsItsSettingsInAndHasAShortForm() {
        for (WorkloadInfo info : Workloads.all(2))
            for (Sentence.Settings settings : SETTINGS) {
                String brief = info.sentence().brief(settings);
                assertTrue(brief.length() <= Sentence.BRIEF && !brief.isEmpty(), info.workload() + ": " + brief);
                for (String words : List.of(brief, info.sentence().whole(settings), info.shows()))
                    assertFalse(words.contains("{") || words.contains(" 1 threads"), words);
            }
    }

    @Test
    void aPoolSaysHowManyThreadsItHas() {
        Sentence pool = named("http/pool").sentence();
        assertEquals(
                "1024 OS threads: no more than 1024 may wait at once, other tasks queue for a thread",
                pool.whole(knob -> 1024));
        assertTrue(pool.whole(knob -> 1).startsWith("1 OS thread: no more than 1 may wait"), pool.whole(knob -> 1));
        assertEquals("no more than 1024 tasks wait at once", pool.brief(knob -> 1024));
    }

    /** Only settings that the workload has are asked for. */
    @Test
    void itSpeaksOfNoSettingThatTheWorkloadLacks() {
        for (WorkloadInfo info : Workloads.all(2))
            for (Knob knob : Knob.values()) {
                if (info.knobs().contains(knob)) continue;
                info.sentence().whole(each -> {
                    assertTrue(info.knobs().contains(each), info.workload() + " has no " + each);
                    return 1;
                });
            }
    }

    /** A lone task wakes the timer's thread, a carrier and the loop for itself: two to six switches. */
    @Test
    void fewSwitchesArePromisedOnlyWhereManyWait() {
        for (String model : List.of("event-loop", "virtual"))
            for (String task : List.of("http", "timer")) {
                Sentence sentence = named(task + "/" + model).sentence();
                assertTrue(sentence.whole(knob -> 1).contains("where many wait"), sentence.whole(knob -> 1));
                assertTrue(sentence.brief(knob -> 1).contains("where many wait"), sentence.brief(knob -> 1));
            }
    }

    @Test
    void theModelsOfATaskAreToldApart() {
        for (String task : List.of("serve", "http", "burst", "fetch-and-blur")) {
            Set<String> all = new HashSet<>();
            for (WorkloadInfo info : Workloads.all(2))
                if (info.workload().task().equals(task)) assertTrue(all.add(info.shows()), info.shows());
        }
    }

    private static WorkloadInfo named(String name) {
        return Workloads.all(2).stream()
                .filter(info -> info.workload().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
