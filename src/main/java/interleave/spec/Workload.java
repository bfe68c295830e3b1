package interleave.spec;

/** A task under an execution model, named {@code task/model}. */
public record Workload(String task, String model) {
    @Override
    public String toString() {
        return task + "/" + model;
    }
}
