package interleave.probe;

/** Names that processes have given themselves. */
final class Names {
    private Names() {}

    /** Whoever names a process orders no terminal about, and breaks no line. */
    static String clean(String name) {
        StringBuilder clean = null;
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isISOControl(name.charAt(i))) continue;
            if (clean == null) clean = new StringBuilder(name);
            clean.setCharAt(i, '?');
        }
        return clean == null ? name : clean.toString();
    }
}
