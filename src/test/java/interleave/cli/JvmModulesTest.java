package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JvmModulesTest {
    @Test
    void anOptionForWhatTheRuntimeLacksIsOneLine() {
        assertEquals(
                Optional.of("-XX:StartFlightRecording=filename=a.jfr takes the flight recorder (JFR), which the runtime"
                        + " of this program is made without"),
                JvmModules.whyNot(List.of("-Xss256k", "-XX:StartFlightRecording=filename=a.jfr"), "java.base"::equals));
        assertEquals(
                Optional.of("-javaagent:a.jar takes agents of Java (java.instrument), which the runtime of this program"
                        + " is made without"),
                JvmModules.whyNot(List.of("-javaagent:a.jar"), "jdk.jfr"::equals));
    }

    @Test
    void whatTheRuntimeHasIsNoMatter() {
        assertEquals(Optional.empty(), JvmModules.whyNot(List.of("-XX:StartFlightRecording"), "jdk.jfr"::equals));
        assertEquals(Optional.empty(), JvmModules.whyNot(List.of("-XX:+UseZGC", "-Dcom.sun=1"), name -> false));
    }
}
