package interleave.panel;

import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.screen.Key;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.state.Event;
import interleave.state.LabClaim;
import interleave.state.LabNews;
import interleave.state.LabOutcome;
import java.util.Optional;
import java.util.OptionalLong;

/** The claims of the catalogue on the screen, some of them with made-up outcomes. */
final class ScriptedClaims {
    private ScriptedClaims() {}

    /** None was tested yet. */
    static ScriptedSession seen(ScriptedSession session) {
        session.press(new Key.Char('L'));
        return session.on(new Event.Lab(new LabNews.Listed(
                Claims.ALL.stream().map(ScriptedClaims::claim).toList())));
    }

    private static LabClaim claim(Claim claim) {
        return new LabClaim(claim.name(), claim.sentence(), claim.measures(), claim.rule(), claim.limits());
    }

    /** Some are through, one of each verdict, and the fourth is selected. */
    static ScriptedSession tested(ScriptedSession session) {
        found(
                seen(session),
                0,
                LabOutcome.Kind.CONFIRMED,
                "CONFIRMED",
                "a beat of 1 ms takes 1.12 ms beside an awaited"
                        + " wait and 21.3 ms beside a blocking one: 19.0x (18.2 to 19.4)");
        found(session, 1, LabOutcome.Kind.REFUTED, "REFUTED", "half of the answers are there after 2,466 ms");
        found(
                session,
                2,
                LabOutcome.Kind.UNDECIDED,
                "INCONCLUSIVE",
                "too noisy: other processes took 88 % of a core; 5" + " of 7 repetitions were spoiled");
        found(
                session,
                3,
                LabOutcome.Kind.DEPENDS,
                "DEPENDS",
                "with a thread for each of 2 CPUs: image 1.93x (1.88 to" + " 1.97), hash 1.04x (1.01 to 1.09)");
        found(
                session,
                13,
                LabOutcome.Kind.UNDECIDED,
                "NOT POSSIBLE HERE",
                "the program script is in no folder of PATH");
        for (int i = 0; i < 3; i++) session.press(Key.Named.DOWN);
        return session;
    }

    /** All the rest is being tested, the fifth at the moment. */
    static ScriptedSession running(ScriptedSession session) {
        tested(session).press(new Key.Char('n'));
        session.on(new Event.Lab(new LabNews.Measuring(Claims.ALL.get(5).name(), "http-threads", 127)));
        RunSpec spec = RunSpec.of(new Workload("http", "threads"), new Load.Closed(256));
        return session.on(new Event.Run(new RunEvent.Changed(new RunStatus(
                        new RunId(-17),
                        spec,
                        false,
                        RunStatus.Phase.RUNNING,
                        0,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty()))))
                .more(1);
    }

    private static void found(ScriptedSession session, int place, LabOutcome.Kind kind, String verdict, String why) {
        session.on(new Event.Lab(
                new LabNews.Found(Claims.ALL.get(place).name(), new LabOutcome(kind, verdict, why, 6, place % 3))));
    }
}
