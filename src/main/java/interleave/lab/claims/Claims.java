package interleave.lab.claims;

import java.util.List;
import java.util.Optional;

/** The catalogue of claims: a new one is a line here. */
public final class Claims {
    /** In the order in which they are told and measured. */
    public static final List<Claim> ALL = List.of(
            new AwaitDoesNotBlock(),
            new OneLoopManyConnections(),
            new AsyncIoIsCheap(),
            new ThreadsUseCores(),
            new AsyncDoesNotSpeedUp(),
            new ThreadsPaySwitches(),
            new SynchronisationCosts(),
            new RacesLoseUpdates(),
            new DeadlocksHappen(),
            new TooManyThreadsHurt(),
            new ThreadPerTaskTakesMemory(),
            new ErrorsTravelDifferently(),
            new BothCombine(),
            new InterfaceStaysResponsive(),
            new ServersAreBestAsynchronous(),
            new AsyncAlwaysMoreEfficient(),
            new VirtualThreadsAreAsync(),
            new ThreadsAlwaysFaster(),
            new PlacementDecidesSwitches());

    private Claims() {}

    public static Optional<Claim> named(String name) {
        return ALL.stream().filter(claim -> claim.name().equals(name)).findFirst();
    }
}
