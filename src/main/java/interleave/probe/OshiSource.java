package interleave.probe;

import interleave.metric.HostIdentity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.common.platform.linux.LinuxCentralProcessor;
import oshi.software.os.OperatingSystem;
import oshi.util.GlobalConfig;

/**
 * The parts of OSHI in use on systems other than Linux. Making one takes tens of milliseconds.
 *
 * @param uptimeSeconds since boot
 * @param threads kernel threads of the whole machine
 */
record OshiSource(
        HostIdentity host,
        CentralProcessor processor,
        GlobalMemory memory,
        LongSupplier uptimeSeconds,
        LongSupplier threads) {

    /**
     * OSHI's own reading of /proc and /sys, without JNA. {@code oshi.nativefree.SystemInfo} would build the same, but
     * runs {@code getconf} and {@code uname} as programs, for numbers that we do not ask for.
     */
    static CentralProcessor linuxProcessor() {
        configure();
        return new Processor();
    }

    /** The number of its cores, physical and logical. */
    static HostIdentity cores(CentralProcessor processor) {
        return new HostIdentity(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                count(processor.getPhysicalProcessorCount()),
                count(processor.getLogicalProcessorCount()));
    }

    /** Systems other than Linux, by JNA. */
    static OshiSource elsewhere() {
        configure();
        SystemInfo info = new SystemInfo();
        CentralProcessor processor = info.getHardware().getProcessor();
        OperatingSystem system = info.getOperatingSystem();
        HostIdentity host = new HostIdentity(
                Optional.of(system.getNetworkParams().getHostName()),
                Optional.of(system.toString()),
                Optional.of(processor.getProcessorIdentifier().getName()),
                OptionalInt.empty(),
                OptionalInt.empty());
        return new OshiSource(
                host.or(cores(processor)),
                processor,
                info.getHardware().getMemory(),
                system::getSystemUptime,
                system::getThreadCount);
    }

    private static OptionalInt count(int cores) {
        return cores > 0 ? OptionalInt.of(cores) : OptionalInt.empty();
    }

    /** By default OSHI answers from a store for 300 ms, and loads udev. */
    private static void configure() {
        GlobalConfig.set("oshi.util.memoizer.expiration", 1);
        GlobalConfig.set("oshi.os.linux.allowudev", false);
    }

    /** {@code LinuxCentralProcessorNF} without its question for the clock tick. */
    private static final class Processor extends LinuxCentralProcessor {
        Processor() {
            super(100);
        }

        @Override
        protected List<String> enumerateCpuSyspathsViaUdev() {
            return null; // OSHI's way to say: scan sysfs instead
        }

        @Override
        protected int getloadavgNative(double[] loadavg, int count) {
            return -1;
        }
    }
}
