package io.signalbox.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// Looks for inputs that break a reader, guided by what of the program they reach:
/// `mvn test -Dproof=fuzz -Dfuzz.target=JSON`. Not a part of the build, since it instruments what runs beside it.
@Tag("fuzz")
final class ReaderFuzzTest {
    private static final Target TARGET = Target.valueOf(System.getProperty("fuzz.target", "JSON"));

    @FuzzTest(maxDuration = "1h")
    void nothing_breaks_the_reader(byte[] input) {
        TARGET.read(input);
    }
}
