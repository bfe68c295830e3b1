package interleave.lab.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.claims.Doctoring.Case;
import interleave.run.RunMetrics;
import interleave.run.WholeRunMetrics;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of all claims, over doctored measurements. A claim that lacks them for one of its verdicts fails. */
class ClaimsTest {
    static List<Claim> claims() {
        return Claims.ALL;
    }

    static List<Case> cases() {
        return DoctoredClaims.cases();
    }

    static Stream<Case> decided() {
        return cases().stream().filter(each -> each.verdict().decided());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleGivesTheVerdict(Case doctored) {
        Claim claim = of(doctored);
        Ruling ruling = claim.judge(doctored.evidence(), Doctoring.TWO_CPUS);
        assertEquals(doctored.verdict(), ruling.verdict(), claim.name() + ": " + ruling.why());
        assertTrue(claim.verdicts().contains(ruling.verdict()), claim.name());
        assertFalse(ruling.why().endsWith("."), ruling.why());
        assertTrue(ruling.numbers().keySet().stream().allMatch(name -> name.matches("[a-z0-9_]+")), ruling.toString());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void everyVerdictOfARuleIsShown(Claim claim) {
        Set<Verdict> shown = EnumSet.noneOf(Verdict.class);
        for (Case doctored : cases()) if (doctored.claim() == claim.getClass()) shown.add(doctored.verdict());
        Optional<String> not = claim.notPossible(Doctoring.ONE_CPU);
        if (not.isPresent()) shown.add(Verdict.NOT_POSSIBLE);
        assertEquals(new TreeSet<>(claim.verdicts()), new TreeSet<>(shown), claim.name());
        assertEquals(Optional.empty(), claim.notPossible(Doctoring.TWO_CPUS), claim.name());
    }

    /** It can come out either way: no rule is there to confirm. */
    @ParameterizedTest
    @MethodSource("claims")
    void everyRuleCanConfirmAndRefute(Claim claim) {
        assertTrue(claim.verdicts().containsAll(Set.of(Verdict.CONFIRMED, Verdict.REFUTED)), claim.name());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void nothingMeasuredDecidesNothing(Claim claim) {
        Ruling ruling = claim.judge(new Evidence(Map.of()), Doctoring.TWO_CPUS);
        assertEquals(Verdict.INCONCLUSIVE, ruling.verdict(), claim.name() + ": " + ruling.why());
    }

    /** Below three of each side nothing is compared. */
    @ParameterizedTest
    @MethodSource("decided")
    void twoRepetitionsDecideNoComparison(Case doctored) {
        Claim claim = of(doctored);
        boolean compares = claim.settings(Doctoring.TWO_CPUS).stream().noneMatch(Setting::counted);
        Map<String, Map<String, double[]>> two = new LinkedHashMap<>();
        doctored.sides().forEach((key, numbers) -> {
            Map<String, double[]> fewer = new LinkedHashMap<>();
            numbers.forEach((name, values) -> fewer.put(name, Arrays.copyOf(values, 2)));
            two.put(key, fewer);
        });
        Ruling ruling = claim.judge(new Case(doctored.claim(), doctored.verdict(), two).evidence(), Doctoring.TWO_CPUS);
        if (compares) assertEquals(Verdict.INCONCLUSIVE, ruling.verdict(), claim.name() + ": " + ruling.why());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void itsWordsAreSentences(Claim claim) {
        assertTrue(claim.name().matches("[a-z]+(-[a-z]+)*"), claim.name());
        for (String words : List.of(claim.sentence(), claim.measures(), claim.rule(), claim.limits())) {
            assertTrue(Character.isUpperCase(words.charAt(0)) || Character.isDigit(words.charAt(0)), words);
            assertFalse(words.endsWith("."), words);
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void itsSidesHaveNamesOfTheirOwn(Claim claim) {
        for (boolean quick : new boolean[] {true, false}) {
            Conditions two = Doctoring.TWO_CPUS;
            Conditions conditions = new Conditions(two.cores(), two.place(), true, quick, two.noScreen());
            List<Setting> settings = claim.settings(conditions);
            Set<String> keys = new HashSet<>();
            settings.forEach(setting -> assertTrue(keys.add(setting.key()), claim.name() + ": " + setting.key()));
            assertFalse(settings.isEmpty(), claim.name());
        }
    }

    /** Those that rules name by words. */
    @Test
    void theNumbersThatRulesAskForAreInTheCatalogue() {
        Set<String> known = new HashSet<>();
        RunMetrics.ALL.forEach(metric -> known.add(metric.name()));
        WholeRunMetrics.ALL.forEach(metric -> known.add(metric.name()));
        for (String name : List.of(
                RacesLoseUpdates.LOST,
                RacesLoseUpdates.DONE,
                DeadlocksHappen.FOUND,
                TooManyThreadsHurt.WAIT,
                BothCombine.LAG,
                ErrorsTravelDifferently.RAISED,
                ErrorsTravelDifferently.FAILED)) assertTrue(known.contains(name), name);
    }

    @Test
    void theCatalogueHasAllByName() {
        assertEquals(19, Claims.ALL.size());
        for (Claim claim : Claims.ALL) assertEquals(Optional.of(claim), Claims.named(claim.name()));
        assertEquals(Optional.empty(), Claims.named("threads-use-core"));
    }

    private static Claim of(Case doctored) {
        return Claims.ALL.stream()
                .filter(claim -> claim.getClass() == doctored.claim())
                .findFirst()
                .orElseThrow();
    }
}
