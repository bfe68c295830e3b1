package interleave.run;

/** Names one run for as long as the monitor lives; numbers are never used again. */
public record RunId(int number) {}
