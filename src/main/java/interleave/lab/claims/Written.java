package interleave.lab.claims;

import java.util.Optional;

/** A claim with its words. */
abstract class Written implements Claim {
    static final Optional<String> ONE_CPU = Optional.of("it takes two CPUs, and one may be used");

    private final String name;
    private final String sentence;
    private final String measures;
    private final String rule;
    private final String limits;

    Written(String name, String sentence, String measures, String rule, String limits) {
        this.name = name;
        this.sentence = sentence;
        this.measures = measures;
        this.rule = rule;
        this.limits = limits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String measures() {
        return measures;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String limits() {
        return limits;
    }
}
