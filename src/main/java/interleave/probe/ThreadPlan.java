package interleave.probe;

import java.util.Arrays;

/**
 * Which threads are looked at in a tick: all if there are few. Else those that did something when they were looked at
 * last, and the quiet ones in turn, so that a tick has a bounded cost and none is forgotten. Pure.
 *
 * @param places the chosen ones, by their places
 * @param lively where the next plan goes on among those that do something
 * @param quiet where it goes on among the others
 */
record ThreadPlan(int[] places, int lively, int quiet) {
    static final ThreadPlan NONE = new ThreadPlan(new int[0], 0, 0);

    /** One in so many looks is at a quiet thread, however many are not. */
    private static final int QUIET_SHARE = 4;

    /**
     * @param livelyOnes by place, whether a thread is new or did something when it was looked at last
     * @param most so many are looked at
     */
    ThreadPlan next(boolean[] livelyOnes, int most) {
        int size = livelyOnes.length;
        if (size <= most) return new ThreadPlan(all(size), 0, 0);
        int busy = 0;
        for (boolean each : livelyOnes) if (each) busy++;
        int forBusy = Math.min(busy, Math.max(most - (size - busy), most - most / QUIET_SHARE));
        int[] chosen = new int[most];
        int nextLively = take(livelyOnes, true, lively, chosen, 0, forBusy);
        int nextQuiet = take(livelyOnes, false, quiet, chosen, forBusy, most);
        return new ThreadPlan(chosen, nextLively, nextQuiet);
    }

    /** Fills a part of the choice with threads of one kind, from a place on; gives the place to go on from. */
    private static int take(boolean[] livelyOnes, boolean kind, int from, int[] chosen, int begin, int end) {
        int size = livelyOnes.length;
        int place = from % size;
        for (int count = begin; count < end; place = (place + 1) % size)
            if (livelyOnes[place] == kind) chosen[count++] = place;
        return place;
    }

    private static int[] all(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, place -> place);
        return all;
    }
}
