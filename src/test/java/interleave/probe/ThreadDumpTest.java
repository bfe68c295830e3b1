package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {
    private static final String PRINTED = """
        2026-11-28 08:21:30
        Full thread dump OpenJDK 64-Bit Server VM (25.0.3+9-LTS mixed mode):

        "http-nio-8080-exec-12" #32 [4723] daemon prio=5 os_prio=0 cpu=5.56ms elapsed=3.28s tid=0x00 nid=4723 waiting
           java.lang.Thread.State: TIMED_WAITING (sleeping)
        \tat java.lang.Thread.sleep0(java.base@25.0.3/Native Method)

        "a "name" nid=1 #9" #33 prio=5 os_prio=0 cpu=0ms elapsed=3s tid=0x00 nid=4724 runnable
        "of an old JDK" #34 prio=5 tid=0x00 nid=0x1275 runnable
        "VM Thread" os_prio=0 cpu=1ms elapsed=3s tid=0x00 nid=4726 runnable
        "odd\u001b[2J" #35 tid=0x00 nid=4727 runnable
        "nobody" #36 tid=0x00 nid=none runnable
        "no number" #37 tid=0x00
        """;

    @Test
    void namesAreByTheKernelsNumber() throws IOException {
        assertEquals(
                Map.of(
                        4723,
                        "http-nio-8080-exec-12",
                        4724,
                        "a \"name\" nid=1 #9",
                        0x1275,
                        "of an old JDK",
                        4726,
                        "VM Thread",
                        4727,
                        "odd?[2J"),
                ThreadDump.names(new StringReader(PRINTED)));
    }

    @Test
    void aDumpCutOffAtAnyByteNamesNobodyWrong() throws IOException {
        Map<Integer, String> whole = ThreadDump.names(new StringReader(PRINTED));
        for (int length = 0; length < PRINTED.length(); length++)
            for (Map.Entry<Integer, String> each : ThreadDump.names(new StringReader(PRINTED.substring(0, length)))
                    .entrySet())
                if (String.valueOf(each.getKey()).length() == 4 && each.getKey() > 1000)
                    assertEquals(whole.get(each.getKey()), each.getValue());
    }

    @Test
    void virtualThreadsAreCounted() throws IOException {
        String written = """
            16940
            25.0.3+9-LTS

            #3 "main" TIMED_WAITING 2026-11-28T08:21:30Z
                at java.base/java.lang.Thread.sleep(Thread.java:540)

            #41 "" virtual WAITING 2026-11-28T08:21:30Z
            #42 "vt "1" virtual" virtual WAITING 2026-11-28T08:21:30Z
            #43 "virtual" RUNNABLE 2026-11-28T08:21:30Z
            """;
        assertEquals(2, ThreadDump.virtual(new StringReader(written)));
        assertEquals(0, ThreadDump.virtual(new StringReader("")));
    }
}
