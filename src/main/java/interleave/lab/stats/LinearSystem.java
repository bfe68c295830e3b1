package interleave.lab.stats;

/** As many linear equations as unknowns: Gaussian elimination with partial pivoting. */
final class LinearSystem {
    private LinearSystem() {}

    /** @param rows of the equations, the right side as their last column; they are overwritten */
    static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            pivot(rows, column);
            for (int r = column + 1; r < size; r++) {
                double times = rows[r][column] / rows[column][column];
                for (int c = column; c <= size; c++) rows[r][c] -= times * rows[column][c];
            }
        }
        double[] solved = new double[size];
        for (int r = size - 1; r >= 0; r--) {
            double right = rows[r][size];
            for (int c = r + 1; c < size; c++) right -= rows[r][c] * solved[c];
            solved[r] = right / rows[r][r];
        }
        return solved;
    }

    /** Brings the row with the greatest number in that column up. */
    private static void pivot(double[][] rows, int column) {
        int greatest = column;
        for (int r = column + 1; r < rows.length; r++)
            if (Math.abs(rows[r][column]) > Math.abs(rows[greatest][column])) greatest = r;
        double[] up = rows[greatest];
        rows[greatest] = rows[column];
        rows[column] = up;
    }
}
