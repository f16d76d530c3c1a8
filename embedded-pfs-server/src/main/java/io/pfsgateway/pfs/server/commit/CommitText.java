package io.pfsgateway.pfs.server.commit;

import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request names a commit by: the name of a branch or an id, and how many ancestors back from there. */
record CommitText(String base, long back) {
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]+)(?:[\\^~](\\d{1,18})|([\\^~]*))");
    private static final String ANCESTRY = ".^~";

    /** An id that is empty, or steps alone, counts from the branch's head. */
    static CommitText of(Commit commit) {
        String id = commit.getId();
        boolean stepsAlone = id.isEmpty() || ANCESTRY.indexOf(id.charAt(0)) >= 0;
        String text = stepsAlone ? commit.getBranch().getName() + id : id;
        if (text.contains(".")) {
            throw Refusals.unimplemented("counting from a branch's first commit, as in " + text);
        }
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw Refusals.invalid("commit \"" + text + "\" names neither a branch nor a commit");
        }
        String count = parts.group(2);
        return new CommitText(parts.group(1), count == null ? parts.group(3).length() : Long.parseLong(count));
    }
}
