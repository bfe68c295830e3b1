package interleave.task;

import java.util.Map;

/** A request to the HTTP service, then the blur of a tile, by one thread. */
final class FetchAndBlur implements Task.Blocking {
    private final Task.Blocking fetch;
    private final Task.Blocking blur = new ImageTask();

    FetchAndBlur(Setup setup) {
        fetch = new HttpBlocking(setup);
    }

    @Override
    public void call() throws Exception {
        fetch.call();
        blur.call();
    }

    @Override
    public boolean fail(Fault fault) throws Exception {
        return fetch.fail(fault);
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
