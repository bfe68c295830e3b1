package interleave.panel;

import interleave.screen.Numbers;
import java.util.List;

/** The speed-up: how many times as much as one thread does. Pure. */
final class SpeedUp {
    private SpeedUp() {}

    static Headline of(Evidence one, Evidence other) {
        Evidence base = other.model().equals("single") ? other : one;
        Evidence many = base == one ? other : one;
        boolean baseline = base.model().equals("single");
        String up = Numbers.fixed(many.tasks() / base.tasks(), 2) + "x";
        String words = many.name() + many.verb(" does ", " did ") + many.perSecond() + ", " + up + " "
                + (baseline ? "the speed of " : "as many as ") + base.name();
        return new Headline(
                List.of(
                        words + " (" + base.perSecond() + "), for " + many.cpu() + " of CPU against " + base.cpu()
                                + ".",
                        words + " (" + base.perSecond() + ").",
                        words + "."),
                up,
                "the speed of " + base.name());
    }
}
