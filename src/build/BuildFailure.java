/** A step of the build that failed, in words for whoever builds. */
class BuildFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    BuildFailure(String words) {
        super(words);
    }
}
