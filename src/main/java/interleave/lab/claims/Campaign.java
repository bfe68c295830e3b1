package interleave.lab.claims;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Which repetition of which claim is measured next, and what came out. The sides of a claim take turns, in an order
 * drawn by lot; what an earlier claim measured is not measured again. First every claim gets what its rule needs, and
 * what was spoiled is done again where that leaves the others their time; in full, the time that is left then goes to
 * those that this left open. One thread.
 */
public final class Campaign {
    /** The next repetition, and what it is for. */
    public record Next(Claim claim, Setting setting) {}

    /** In full, a claim that its repetitions do not decide gets up to so many times as many. */
    private static final int ROUNDS = 3;

    /** The same of the sides that it hangs on, where its rule names them: others get no more. */
    private static final int ROUNDS_OF_FEW = 9;

    /** Of one side, so many repetitions more than count may be spoiled in each round. */
    private static final int PATIENCE = 2;

    private final List<Claim> claims;
    private final Conditions conditions;
    private final Duration within;
    private final Function<Experiment, Duration> usual;
    private final Random lot;
    private final Bank bank = new Bank();
    private final Map<Claim, Finding> found = new LinkedHashMap<>();
    /** Those that got what this round has for them, and were left open. */
    private final Set<Claim> through = new HashSet<>();
    /** The sides that open claims hang on; empty where a rule does not tell, which is all of them. */
    private final Map<Claim, Set<String>> undecided = new HashMap<>();

    /** Of each experiment the longest time that a repetition took. */
    private final Map<Experiment, Duration> longest = new HashMap<>();

    private Optional<Experiment> measured = Optional.empty();
    private Duration measuredSince = Duration.ZERO;

    private int round = 1;
    private int done;
    private Duration expected = Duration.ZERO;
    private boolean over;
    /** False where all that the first round needs takes longer than what is left. */
    private boolean hasRoom = true;

    /**
     * @param within the time that all of it may take
     * @param usual how long a repetition takes; what those that were done took corrects it
     */
    public Campaign(
            List<Claim> claims,
            Conditions conditions,
            Duration within,
            Function<Experiment, Duration> usual,
            long seed) {
        this.claims = List.copyOf(claims);
        this.conditions = conditions;
        this.within = within;
        this.usual = usual;
        this.lot = new Random(seed);
    }

    public Conditions conditions() {
        return conditions;
    }

    /** The next repetition; empty when all claims are through, or the time is. */
    public Optional<Next> next(Duration elapsed) {
        Optional<Next> next = wanted(elapsed);
        measured = next.map(each -> each.setting().experiment());
        measuredSince = elapsed;
        return next;
    }

    private Optional<Next> wanted(Duration elapsed) {
        Duration took = elapsed.minus(measuredSince);
        measured.ifPresent(one -> longest.merge(one, took, (a, b) -> a.compareTo(b) < 0 ? b : a));
        while (!over) {
            hasRoom = round > 1 || elapsed.plus(timeLeft(elapsed)).compareTo(within) <= 0;
            Optional<Claim> claim = current();
            if (claim.isEmpty()) return Optional.empty();
            Optional<Setting> wanted = wanted(claim.get());
            if (wanted.isEmpty()) settle(claim.get());
            else if (late(elapsed, wanted.get())) stop();
            else return Optional.of(new Next(claim.get(), wanted.get()));
        }
        return Optional.empty();
    }

    /** The least time in which anything of a claim can be measured; empty if nothing of any can be here. */
    public Optional<Duration> least() {
        return claims.stream()
                .filter(claim -> claim.notPossible(conditions).isEmpty())
                .flatMap(claim -> claim.settings(conditions).stream())
                .map(setting -> usual.apply(setting.experiment()))
                .min(Duration::compareTo);
    }

    private boolean late(Duration elapsed, Setting setting) {
        Duration usually = takes(setting.experiment(), elapsed);
        Duration before = longest.getOrDefault(setting.experiment(), Duration.ZERO);
        return elapsed.plus(before.compareTo(usually) < 0 ? usually : before).compareTo(within) > 0;
    }

    /** The first that is neither found nor through; where none is, the next round has one. */
    private Optional<Claim> current() {
        for (; ; ) {
            for (Claim claim : claims)
                if (!found.containsKey(claim) && !through.contains(claim)) return Optional.of(claim);
            if (through.isEmpty()) return Optional.empty();
            through.clear();
            round++;
        }
    }

    /** By lot, one of those that have the fewest; none of a claim that more repetitions cannot help. */
    private Optional<Setting> wanted(Claim claim) {
        if (impossible(claim).isPresent() || noisy(claim).isPresent()) return Optional.empty();
        List<Setting> lacking = claim.settings(conditions).stream()
                .filter(setting -> lacks(claim, setting))
                .toList();
        int fewest = lacking.stream()
                .mapToInt(setting -> bank.of(setting).size())
                .min()
                .orElse(0);
        List<Setting> next = lacking.stream()
                .filter(setting -> bank.of(setting).size() == fewest)
                .toList();
        return next.isEmpty() ? Optional.empty() : Optional.of(next.get(lot.nextInt(next.size())));
    }

    private boolean lacks(Claim claim, Setting setting) {
        if (setting.part() != Setting.Part.TOLD) return bank.of(setting).size() < needs(claim, setting);
        return bank.of(setting).size() < needs(claim, setting)
                && !hopeless(setting)
                && bank.failure(setting.experiment()).isEmpty();
    }

    private int needs(Claim claim, Setting setting) {
        int once = setting.repetitions(conditions.quick());
        Set<String> few = undecided.getOrDefault(claim, Set.of());
        boolean told = setting.part() == Setting.Part.TOLD;
        return told || !few.isEmpty() && !few.contains(setting.key()) ? once : round * once;
    }

    private boolean hopeless(Setting setting) {
        int spoiled = bank.spoiled(setting).size();
        int counts = bank.of(setting).size();
        if (!hasRoom) return spoiled + counts >= setting.repetitions(conditions.quick());
        return spoiled > PATIENCE * round + counts;
    }

    /** Why it cannot be measured here. */
    private Optional<Ruling> impossible(Claim claim) {
        Optional<String> not = claim.notPossible(conditions);
        if (not.isPresent()) return Optional.of(Ruling.of(Verdict.NOT_POSSIBLE, not.get()));
        for (Setting setting : claim.settings(conditions)) {
            Optional<String> failed = bank.failure(setting.experiment());
            if (failed.isPresent() && setting.part() != Setting.Part.TOLD)
                return Optional.of(Ruling.of(Verdict.NOT_POSSIBLE, failed.get()));
        }
        return Optional.empty();
    }

    /** Why it is not worth while to go on with it for now. */
    private Optional<Ruling> noisy(Claim claim) {
        for (Setting setting : claim.settings(conditions)) {
            if (setting.part() == Setting.Part.TOLD || !lacks(claim, setting) || !hopeless(setting)) continue;
            List<String> spoiled = bank.spoiled(setting);
            int all = spoiled.size() + bank.of(setting).size();
            return Optional.of(Ruling.of(
                    Verdict.INCONCLUSIVE,
                    "too noisy: " + spoiled.getLast() + "; " + spoiled.size() + " of " + all
                            + " repetitions were spoiled"));
        }
        return Optional.empty();
    }

    /** Nothing of it is wanted in this round any more. */
    private void settle(Claim claim) {
        Ruling ruling = ruled(claim);
        Set<String> few = claim.undecided(evidence(claim));
        int rounds = few.isEmpty() ? ROUNDS : ROUNDS_OF_FEW;
        boolean mayGoOn = ruling.verdict() == Verdict.INCONCLUSIVE && !conditions.quick() && round < rounds;
        if (!mayGoOn) {
            conclude(claim, ruling);
            return;
        }
        through.add(claim);
        undecided.put(claim, few);
    }

    private Ruling ruled(Claim claim) {
        return impossible(claim).or(() -> noisy(claim)).orElseGet(() -> claim.judge(evidence(claim), conditions));
    }

    private void conclude(Claim claim, Ruling ruling) {
        List<Setting> settings = claim.notPossible(conditions).isPresent() ? List.of() : claim.settings(conditions);
        int spoiled = settings.stream()
                .mapToInt(setting -> bank.spoiled(setting).size())
                .sum();
        found.put(claim, new Finding(claim, ruling, settings, evidence(claim), spoiled));
    }

    private Evidence evidence(Claim claim) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        if (claim.notPossible(conditions).isEmpty())
            for (Setting setting : claim.settings(conditions)) samples.put(setting.key(), bank.of(setting));
        return new Evidence(samples);
    }

    public void add(Next next, Sample sample) {
        counts(next);
        bank.add(next.setting().experiment(), sample);
    }

    /** The experiment cannot be done here; no claim asks for it again. */
    public void failed(Next next, String why) {
        counts(next);
        bank.failed(next.setting().experiment(), why);
    }

    private void counts(Next next) {
        done++;
        expected = expected.plus(usual.apply(next.setting().experiment()));
    }

    /** Whoever asked for it wants no more, or the time is up. */
    public void stop() {
        if (over) return;
        over = true;
        // After the first round each that is open had all that its rule needs.
        for (Claim claim : claims)
            if (!found.containsKey(claim) && (round > 1 || through.contains(claim))) conclude(claim, ruled(claim));
    }

    /** The claims that are through, as they came to an end. */
    public List<Finding> findings() {
        return List.copyOf(found.values());
    }

    /** The same in the order of the claims. */
    public List<Finding> findingsInOrder() {
        return claims.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Those that were not reached, or not finished. */
    public List<Claim> left() {
        return claims.stream().filter(claim -> !found.containsKey(claim)).toList();
    }

    public int repetitions() {
        return done;
    }

    /** The time that the rest of this round takes, if nothing has to be done again. */
    public Duration timeLeft(Duration elapsed) {
        Map<Experiment, Integer> lacking = new LinkedHashMap<>();
        for (Claim claim : left()) {
            if (through.contains(claim) || claim.notPossible(conditions).isPresent()) continue;
            for (Setting setting : claim.settings(conditions))
                lacking.merge(
                        setting.experiment(),
                        Math.max(0, needs(claim, setting) - bank.of(setting).size()),
                        Math::max);
        }
        Duration sum = Duration.ZERO;
        for (Map.Entry<Experiment, Integer> each : lacking.entrySet())
            sum = sum.plus(takes(each.getKey(), elapsed).multipliedBy(each.getValue()));
        return sum;
    }

    private Duration takes(Experiment experiment, Duration elapsed) {
        Duration one = usual.apply(experiment);
        if (expected.isZero()) return one;
        return Duration.ofNanos((long) (one.toNanos() * (elapsed.toNanos() / (double) expected.toNanos())));
    }
}
