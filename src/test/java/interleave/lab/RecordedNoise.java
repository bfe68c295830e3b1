package interleave.lab;

/**
 * Tasks per second of counter-atomic/pool in 24 fresh processes, one after the other, each measured for one second
 * after one of warm-up: two virtual CPUs of an AMD EPYC, Linux 6.18, JDK 25.0.3, nothing else running.
 */
final class RecordedNoise {
    static final double[] TASKS_PER_SECOND = {
        4874.93, 5291.47, 6537.92, 4979.55, 7979.71, 6715.84, 6642.86, 6543.94, 6663.76, 6787.11, 6789.88, 6752.8,
        7388.89, 7960.82, 7829.72, 7472.5, 7644.92, 7461.37, 7638.56, 8025.76, 7655.26, 7434.04, 7251.47, 7074.84
    };

    private RecordedNoise() {}
}
