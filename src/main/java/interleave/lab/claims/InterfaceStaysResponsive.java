package interleave.lab.claims;

import interleave.metric.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class InterfaceStaysResponsive extends Written {
    static final String REST = "at-rest";
    static final String BEHIND = "threads-behind";

    private static final double AT_ONCE_MILLIS = 100;

    InterfaceStaysResponsive() {
        super(
                "interface-stays-responsive",
                "An interface stays responsive while threads work behind it",
                "Our own: a monitor on a terminal of its own, 30 keys, at rest and while a thread for each CPU"
                        + " computes. The time from a key to the first of its answer on the screen",
                "Confirmed if the slowest answer beside the threads takes 100 ms or less, below which people take an"
                        + " answer for immediate (Miller 1968; Nielsen 1993); refuted if half of them take longer;"
                        + " depends on the moment if some do",
                "10 ms of it are ours on purpose: so long a key is waited for that may be part of a paste. The"
                        + " threads have a session of their own, as the monitor's runs always have");
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.noScreen();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(
                new Setting(REST, new Experiment.Keys(Optional.empty()), Setting.Part.COUNTED),
                new Setting(
                        BEHIND,
                        new Experiment.Keys(Optional.of(Runs.crowd("image/pool", conditions.cores()))),
                        Setting.Part.COUNTED));
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Reading middle = evidence.median(BEHIND, KeyToScreen.P50);
        Reading worst = evidence.most(BEHIND, KeyToScreen.WORST);
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (worst.present() && middle.present()) {
            if (worst.orElse(0) <= AT_ONCE_MILLIS) verdict = Verdict.CONFIRMED;
            else verdict = middle.orElse(0) > AT_ONCE_MILLIS ? Verdict.REFUTED : Verdict.DEPENDS;
        }
        return Ruling.of(
                        verdict,
                        "a key is answered after " + Words.milliseconds(evidence.median(REST, KeyToScreen.P50))
                                + " at rest and " + Words.milliseconds(middle) + " beside " + conditions.cores()
                                + " computing threads; the slowest after "
                                + Words.milliseconds(evidence.most(REST, KeyToScreen.WORST)) + " and "
                                + Words.milliseconds(worst))
                .with("rest_key_to_screen_p50_ms", evidence.median(REST, KeyToScreen.P50))
                .with("behind_key_to_screen_p50_ms", middle)
                .with("behind_key_to_screen_worst_ms", worst);
    }

    @Override
    public List<String> charts() {
        return List.of(KeyToScreen.P50, KeyToScreen.WORST);
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
