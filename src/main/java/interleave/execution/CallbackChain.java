package interleave.execution;

import interleave.task.Task;

/** Tasks on event loops whose ends come as callbacks. */
final class CallbackChain extends LoopChain implements Task.Completion {
    CallbackChain(Loops loops, TaskSlot slot) {
        super(loops, slot);
    }

    @Override
    protected void begin(Task.Async task) {
        try {
            task.start(this);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void completed() {
        if (isPending()) ended(slot.completed());
    }

    @Override
    public void failed(Throwable why) {
        if (isPending()) ended(slot.failed(why));
    }

    @Override
    protected void cancelPending() {
        slot.cancelled();
        ended(false);
    }
}
