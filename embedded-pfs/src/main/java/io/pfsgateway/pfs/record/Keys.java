package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.RepoName;
import java.util.Arrays;

/** The keys of the families, and the bounds of ranges of them. */
public final class Keys {
    private static final byte[] NOTHING = new byte[0];

    private Keys() {}

    public static byte[] project(String name) {
        return new Encoder().raw(Bytes.utf8(name)).toArray();
    }

    public static byte[] repo(RepoName name) {
        return new Encoder()
                .terminated(Bytes.utf8(name.project()))
                .terminated(Bytes.utf8(name.repo()))
                .toArray();
    }

    /** What the keys of all repositories of a project begin with. */
    public static byte[] reposOf(String project) {
        return new Encoder().terminated(Bytes.utf8(project)).toArray();
    }

    public static byte[] branch(BranchName name) {
        return new Encoder().raw(Bytes.utf8(name.canonical())).toArray();
    }

    public static byte[] repoBranch(BranchName name) {
        return repoBranch(name.project(), name.repo(), name.branch());
    }

    /** The place of these names in the order of project, repository and branch, whether or not they can be a branch's. */
    public static byte[] repoBranch(String project, String repo, String branch) {
        return new Encoder()
                .terminated(Bytes.utf8(project))
                .terminated(Bytes.utf8(repo))
                .terminated(Bytes.utf8(branch))
                .toArray();
    }

    public static BranchName decodeBranch(byte[] key) {
        return BranchName.parse(Bytes.of(key).toUtf8());
    }

    public static BranchName decodeRepoBranch(byte[] key) {
        Decoder decoder = new Decoder(key);
        String project = decoder.terminated().toUtf8();
        String repo = decoder.terminated().toUtf8();
        return new BranchName(project, repo, decoder.terminated().toUtf8());
    }

    public static RepoName decodeRepo(byte[] key) {
        Decoder decoder = new Decoder(key);
        return new RepoName(decoder.terminated().toUtf8(), decoder.terminated().toUtf8());
    }

    public static byte[] line(long line) {
        return new Encoder().u64(line).toArray();
    }

    public static long decodeLine(byte[] key) {
        return new Decoder(key).u64();
    }

    public static byte[] content(ContentId content) {
        return new Encoder().u64(content.number()).toArray();
    }

    public static ContentId decodeContent(byte[] key) {
        return new ContentId(new Decoder(key).u64());
    }

    public static byte[] commitId(CommitId id) {
        return new Encoder().id(id.value()).toArray();
    }

    /** For commits, seals and unbuilt seals. */
    public static byte[] lineSequence(long line, long sequence) {
        return new Encoder().u64(line).u64(sequence).toArray();
    }

    public static byte[] commitPath(long line, long sequence, FilePath path) {
        return new Encoder().u64(line).u64(sequence).raw(path.bytes()).toArray();
    }

    /** The first key after that of the path. */
    public static byte[] afterCommitPath(long line, long sequence, FilePath path) {
        return new Encoder().u64(line).u64(sequence).raw(path.bytes()).u8(0).toArray();
    }

    public static byte[] token(long line, Bytes token) {
        return new Encoder().u64(line).raw(token).toArray();
    }

    public static byte[] row(long line, FilePath path, long sequence) {
        return new Encoder().u64(line).terminated(path.bytes()).u64(~sequence).toArray();
    }

    /** What the rows of all versions of one path start with. */
    public static byte[] rowsOfPath(long line, FilePath path) {
        return new Encoder().u64(line).terminated(path.bytes()).toArray();
    }

    /** What the rows of all paths that start with these bytes start with. */
    public static byte[] rowsOfPrefix(long line, Bytes prefix) {
        return new Encoder().u64(line).escaped(prefix).toArray();
    }

    public static byte[] change(long line, long epoch, FilePath path, long sequence) {
        return new Encoder()
                .u64(line)
                .u64(epoch)
                .terminated(path.bytes())
                .u64(~sequence)
                .toArray();
    }

    public static byte[] changesOfEpoch(long line, long epoch) {
        return new Encoder().u64(line).u64(epoch).toArray();
    }

    public static byte[] changesOfPath(long line, long epoch, FilePath path) {
        return new Encoder().u64(line).u64(epoch).terminated(path.bytes()).toArray();
    }

    public static byte[] changesOfPrefix(long line, long epoch, Bytes prefix) {
        return new Encoder().u64(line).u64(epoch).escaped(prefix).toArray();
    }

    public static byte[] node(long line, long number) {
        return new Encoder().u64(line).u64(number).toArray();
    }

    public static byte[] deadLine(long line) {
        return new Encoder().u8(1).u64(line).toArray();
    }

    public static byte[] deadContent(ContentId content) {
        return new Encoder().u8(2).u64(content.number()).toArray();
    }

    public static byte[] deadLines() {
        return new byte[] {1};
    }

    public static byte[] deadContents() {
        return new byte[] {2};
    }

    /** A share of what a removed content still refers to. */
    public static byte[] remains(ContentId content, int share) {
        return new Encoder().u8(3).u64(content.number()).u64(share).toArray();
    }

    public static byte[] allRemains() {
        return new byte[] {3};
    }

    /** The commit of a line that others were squashed into. */
    public static byte[] squashed(long line, long into) {
        return new Encoder().u8(4).u64(line).u64(into).toArray();
    }

    public static LineSequence decodeSquashed(byte[] key) {
        Decoder decoder = new Decoder(key, 1);
        return new LineSequence(decoder.u64(), decoder.u64());
    }

    /** A line of which commits were squashed, but not all that was theirs is gone. */
    public static byte[] unfinishedSquash(long line) {
        return new Encoder().u8(5).u64(line).toArray();
    }

    public static byte[] unfinishedSquashes() {
        return new byte[] {5};
    }

    /** The number of a line or content that is dead, or of a line whose squash is unfinished. */
    public static long decodeDead(byte[] key) {
        return new Decoder(key, 1).u64();
    }

    public static byte[] meta(String name) {
        return new Encoder().raw(Bytes.utf8(name)).toArray();
    }

    public static byte[] first() {
        return NOTHING;
    }

    /** After every key that there is. */
    public static byte[] last() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 0xff);
        return key;
    }

    /** The first key after this one. */
    public static byte[] following(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    /** The first key that does not start with the prefix and comes after all that do. */
    public static byte[] after(byte[] prefix) {
        int length = prefix.length;
        while (length > 0 && prefix[length - 1] == (byte) 0xff) {
            length--;
        }
        if (length == 0) {
            return last();
        }
        byte[] key = Arrays.copyOf(prefix, length);
        key[length - 1]++;
        return key;
    }
}
