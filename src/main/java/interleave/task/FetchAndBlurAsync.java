package interleave.task;

import java.util.Map;

/**
 * A request to the HTTP service on the event loop, then the blur of a tile where the place computes. On the loop itself
 * everybody waits for it.
 */
final class FetchAndBlurAsync implements Task.Async {
    private final Task.Async fetch;
    private final Task.Async blur;

    FetchAndBlurAsync(Setup setup, Place place) {
        fetch = new HttpAsync(setup, place.loop());
        blur = new Computed(new ImageTask(), place);
    }

    @Override
    public void start(Completion done) {
        fetch.start(new Completion() {
            @Override
            public void completed() {
                blur.start(done);
            }

            @Override
            public void failed(Throwable why) {
                done.failed(why);
            }
        });
    }

    @Override
    public boolean fail(Fault fault, Completion done) {
        return fetch.fail(fault, done);
    }

    @Override
    public String transport() {
        return fetch.transport();
    }

    @Override
    public Map<String, Double> extra() {
        return fetch.extra();
    }

    @Override
    public void close() {
        fetch.close();
        blur.close();
    }
}
