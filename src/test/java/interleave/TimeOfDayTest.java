package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {
    private static final long FROM = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long TO = Instant.parse("2060-01-01T00:00:00Z").toEpochMilli();

    @Test
    void itIsThatOfJavaTimeInEveryZone() {
        Random random = new Random(7);
        for (String id : ZoneId.getAvailableZoneIds()) {
            TimeZone zone = TimeZone.getTimeZone(id);
            for (int i = 0; i < 20; i++) same(random.nextLong(FROM, TO), zone);
        }
    }

    @Test
    void theHourThatIsLeftOutAndTheOneThatComesTwiceAreTold() {
        TimeZone berlin = TimeZone.getTimeZone("Europe/Berlin");
        assertEquals(
                3 * 3600, TimeOfDay.second(Instant.parse("2027-03-28T01:00:00Z").toEpochMilli(), berlin));
        assertEquals(
                2 * 3600, TimeOfDay.second(Instant.parse("2027-10-31T00:00:00Z").toEpochMilli(), berlin));
        assertEquals(
                2 * 3600, TimeOfDay.second(Instant.parse("2027-10-31T01:00:00Z").toEpochMilli(), berlin));
    }

    @Test
    void theDayBeginsAtZero() {
        TimeZone utc = TimeZone.getTimeZone("UTC");
        assertEquals(0, TimeOfDay.second(0, utc));
        assertEquals(86_399, TimeOfDay.second(-1, utc));
    }

    private static void same(long millis, TimeZone zone) {
        LocalTime told = LocalTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.of(zone.getID()));
        assertEquals(told.toSecondOfDay(), TimeOfDay.second(millis, zone), zone.getID() + " " + millis);
    }
}
