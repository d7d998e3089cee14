package io.signalbox.app;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/// What lives on the heap once everything dead has been taken away.
final class Heap {
    private Heap() {}

    /// Bytes. References that are cleared by one collection free more at the next, so there are several.
    static long used() throws InterruptedException {
        for (int turn = 0; turn < 3; turn++) {
            System.gc();
            Thread.sleep(60);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// How many objects of exactly this class can be reached.
    static long count(String type) throws JMException {
        var text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return text.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && words[3].equals(type))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
    }
}
