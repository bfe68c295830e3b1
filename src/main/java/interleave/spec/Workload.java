package interleave.spec;

/** A task under an execution model, named {@code task/model}. */
public record Workload(String task, String model) {
    // start-up: as in Reading

    @Override
    public boolean equals(Object other) {
        return other instanceof Workload that && task.equals(that.task) && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return 31 * task.hashCode() + model.hashCode();
    }

    @Override
    public String toString() {
        return task + "/" + model;
    }
}
