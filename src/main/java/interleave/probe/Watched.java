package interleave.probe;

import interleave.metric.ProcessReadings;

/** Something that has the readings of a process. One thread. */
interface Watched {
    /** Its readings of now; once it has ended, always the same. */
    ProcessReadings tick();
}
