package interleave.lab.claims;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Which repetition of which claim is measured next, and what came out. The sides of a claim take turns, in an order
 * drawn by lot; what an earlier claim measured is not measured again. One thread.
 */
public final class Campaign {
    /** The next repetition, and what it is for. */
    public record Next(Claim claim, Setting setting) {}

    /** In full, a claim that its repetitions do not decide gets up to so many times as many. */
    private static final int MOST = 3;

    /** Of one side, so many repetitions more than count may be spoiled. */
    private static final int PATIENCE = 2;

    private final List<Claim> claims;
    private final Conditions conditions;
    private final Duration within;
    private final Duration usual;
    private final Random lot;
    private final Bank bank = new Bank();
    private final List<Finding> findings = new ArrayList<>();
    private int current;
    private int factor = 1;
    private int done;
    private boolean over;

    /**
     * @param within the time that all of it may take
     * @param usual how long a repetition takes, until there was one
     */
    public Campaign(List<Claim> claims, Conditions conditions, Duration within, Duration usual, long seed) {
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
        if (!over && done > 0 && elapsed.plus(each(elapsed)).compareTo(within) > 0) stop();
        while (!over && current < claims.size()) {
            Claim claim = claims.get(current);
            Optional<Ruling> closed = closed(claim);
            Optional<Setting> wanted = closed.isPresent() ? Optional.empty() : wanted(claim);
            if (wanted.isPresent()) return Optional.of(new Next(claim, wanted.get()));
            conclude(claim, closed);
        }
        return Optional.empty();
    }

    /** Why a claim ends without its rule being asked; empty if it does not. */
    private Optional<Ruling> closed(Claim claim) {
        Optional<String> not = claim.notPossible(conditions);
        if (not.isPresent()) return Optional.of(Ruling.of(Verdict.NOT_POSSIBLE, not.get()));
        for (Setting setting : claim.settings(conditions)) {
            Optional<String> failed = bank.failure(setting.experiment());
            if (failed.isPresent()) return Optional.of(Ruling.of(Verdict.NOT_POSSIBLE, failed.get()));
            List<String> spoiled = bank.spoiled(setting);
            if (lacks(setting) && spoiled.size() > PATIENCE + bank.of(setting).size())
                return Optional.of(Ruling.of(
                        Verdict.INCONCLUSIVE,
                        "too noisy: " + spoiled.getLast() + "; " + spoiled.size() + " of "
                                + (spoiled.size() + bank.of(setting).size()) + " repetitions were spoiled"));
        }
        return Optional.empty();
    }

    private boolean lacks(Setting setting) {
        return bank.of(setting).size() < factor * setting.repetitions(conditions.quick());
    }

    /** By lot, one of those that have the fewest. */
    private Optional<Setting> wanted(Claim claim) {
        List<Setting> lacking =
                claim.settings(conditions).stream().filter(this::lacks).toList();
        int fewest = lacking.stream()
                .mapToInt(setting -> bank.of(setting).size())
                .min()
                .orElse(0);
        List<Setting> next = lacking.stream()
                .filter(setting -> bank.of(setting).size() == fewest)
                .toList();
        return next.isEmpty() ? Optional.empty() : Optional.of(next.get(lot.nextInt(next.size())));
    }

    private void conclude(Claim claim, Optional<Ruling> closed) {
        Ruling ruling = closed.orElseGet(() -> judged(claim));
        if (closed.isEmpty() && ruling.verdict() == Verdict.INCONCLUSIVE && !conditions.quick() && factor < MOST) {
            factor++;
            return;
        }
        List<Setting> settings = claim.notPossible(conditions).isPresent() ? List.of() : claim.settings(conditions);
        int spoiled = settings.stream()
                .mapToInt(setting -> bank.spoiled(setting).size())
                .sum();
        findings.add(new Finding(claim, ruling, settings, evidence(claim), spoiled));
        factor = 1;
        current++;
    }

    private Ruling judged(Claim claim) {
        return claim.judge(evidence(claim), conditions);
    }

    private Evidence evidence(Claim claim) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        if (claim.notPossible(conditions).isEmpty())
            for (Setting setting : claim.settings(conditions)) samples.put(setting.key(), bank.of(setting));
        return new Evidence(samples);
    }

    public void add(Next next, Sample sample) {
        done++;
        bank.add(next.setting().experiment(), sample);
    }

    /** The experiment cannot be done here; no claim asks for it again. */
    public void failed(Next next, String why) {
        done++;
        bank.failed(next.setting().experiment(), why);
    }

    /** Whoever asked for it wants no more. */
    public void stop() {
        if (over) return;
        over = true;
        // It had all that its rule needs, and was given more since that did not decide it.
        if (factor > 1) conclude(claims.get(current), Optional.of(judged(claims.get(current))));
    }

    /** The claims that are through, in order. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Those that were not reached, or not finished. */
    public List<Claim> left() {
        return claims.subList(current, claims.size());
    }

    public int repetitions() {
        return done;
    }

    /** The time that the rest takes, if nothing has to be done again. */
    public Duration timeLeft(Duration elapsed) {
        Map<Experiment, Integer> lacking = new LinkedHashMap<>();
        for (Claim claim : left()) {
            if (claim.notPossible(conditions).isPresent()) continue;
            for (Setting setting : claim.settings(conditions))
                lacking.merge(
                        setting.experiment(),
                        Math.max(
                                0,
                                setting.repetitions(conditions.quick())
                                        - bank.of(setting).size()),
                        Math::max);
        }
        int repetitions = lacking.values().stream().mapToInt(Integer::intValue).sum();
        return each(elapsed).multipliedBy(repetitions);
    }

    private Duration each(Duration elapsed) {
        return done == 0 ? usual : elapsed.dividedBy(done);
    }
}
