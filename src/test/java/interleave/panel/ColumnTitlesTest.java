package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The words of the tables, which must not load the catalogue before a run is there, against the catalogue. */
class ColumnTitlesTest {
    @Test
    void aColumnOfNumbersIsTitledAsItsMetricSays() {
        for (WorkloadColumn column : WorkloadColumn.ALL)
            if (column.measured()) assertEquals(column.metric().inColumn(), column.title(), column.name());
    }
}
