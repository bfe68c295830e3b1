package interleave.probe;

/** Names that processes have given themselves. */
final class Names {
    private Names() {}

    /** Whoever names a process orders no terminal about, and breaks no line. */
    static String clean(String name) {
        StringBuilder clean = new StringBuilder(name);
        for (int i = 0; i < clean.length(); i++) if (Character.isISOControl(clean.charAt(i))) clean.setCharAt(i, '?');
        return clean.toString();
    }
}
