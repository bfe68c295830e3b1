package interleave.tasks.http;

import interleave.spec.Proves.Question;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.task.Worked;

/** The tasks that ask the HTTP service. */
public final class HttpTasks {
    public static final TaskInfo HTTP = TaskInfo.named(
                    "http", Kind.WAITING, "a request to a service that answers after a latency")
            .asksTheService()
            .waitsForTheLatency()
            .doesTheWork()
            .forms(
                    setup -> Worked.blocking(Bounded.blocking(setup), setup),
                    setup -> Worked.async(setup, place -> Bounded.async(setup, place)));

    public static final TaskInfo FETCH_AND_BLUR = TaskInfo.named(
                    "fetch-and-blur",
                    Kind.MIXED,
                    "a request to a service that answers after a latency, then the blur of a {tile_px}x{tile_px} tile")
            .proves(Question.LOOP_LAG)
            .asksTheService()
            .waitsForTheLatency()
            .blursATile()
            .forms(setup -> new FetchAndBlur(setup), setup -> place -> new FetchAndBlurAsync(setup, place));

    private HttpTasks() {}
}
