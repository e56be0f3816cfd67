package app.aisha.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where the figures were taken; without it they say little. */
final class Machine {

    private Machine() {}

    static String description() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d processors, %d GB, %s %s, JDK %s; load average before the start %.1f; %s",
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 30,
                system.getName(),
                system.getArch(),
                Runtime.version(),
                system.getSystemLoadAverage(),
                LocalDate.now(ZoneOffset.UTC));
    }
}
