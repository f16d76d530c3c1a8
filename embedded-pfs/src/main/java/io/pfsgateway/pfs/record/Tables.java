package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.store.Family;
import java.time.Instant;

/** Every table of the store. */
public final class Tables {
    private static final Codec<Long> NUMBER = new Codec<>() {
        @Override
        public void encode(Long value, Encoder encoder) {
            encoder.u64(value);
        }

        @Override
        public Long decode(Decoder decoder) {
            return decoder.u64();
        }
    };
    private static final Codec<Boolean> FLAG = new Codec<>() {
        @Override
        public void encode(Boolean value, Encoder encoder) {
            encoder.u8(value ? 1 : 0);
        }

        @Override
        public Boolean decode(Decoder decoder) {
            return decoder.u8() == 1;
        }
    };
    private static final Codec<Instant> TIME = new Codec<>() {
        @Override
        public void encode(Instant value, Encoder encoder) {
            encoder.time(value);
        }

        @Override
        public Instant decode(Decoder decoder) {
            return decoder.time();
        }
    };

    /** When each project was made. */
    public static final Table<Instant> PROJECTS = new Table<>(Family.PROJECTS, TIME);

    public static final Table<RepoRecord> REPOS = new Table<>(Family.REPOS, RepoRecord.CODEC);
    public static final Table<BranchRecord> BRANCHES = new Table<>(Family.BRANCHES, BranchRecord.CODEC);
    /** The line of each branch. */
    public static final Table<Long> REPO_BRANCHES = new Table<>(Family.REPO_BRANCHES, NUMBER);

    public static final Table<LineRecord> LINES = new Table<>(Family.LINES, LineRecord.CODEC);
    public static final Table<CommitRecord> COMMITS = new Table<>(Family.COMMITS, CommitRecord.CODEC);
    public static final Table<LineSequence> COMMIT_IDS = new Table<>(Family.COMMIT_IDS, LineSequence.CODEC);
    /** Whether the path is there after the commit. */
    public static final Table<Boolean> COMMIT_PATHS = new Table<>(Family.COMMIT_PATHS, FLAG);
    /** The sequence of the commit that carries the token. */
    public static final Table<Long> TOKENS = new Table<>(Family.TOKENS, NUMBER);

    public static final Table<FileVersion> ROWS = new Table<>(Family.ROWS, new RowCodec());
    /** Whether the path is there after the change. */
    public static final Table<Boolean> CHANGES = new Table<>(Family.CHANGES, FLAG);

    public static final Table<Seal> SEALS = new Table<>(Family.SEALS, Seal.CODEC);
    /** The epoch that is to be built. */
    public static final Table<Long> UNBUILT = new Table<>(Family.UNBUILT, NUMBER);

    public static final Table<ContentRecord> CONTENTS = new Table<>(Family.CONTENTS, ContentRecord.CODEC);
    /** How many references a content has beyond its first. */
    public static final Table<Long> REFERENCES = new Table<>(Family.REFERENCES, NUMBER);

    public static final Table<StagedRecord> STAGED = new Table<>(Family.STAGED, StagedRecord.CODEC);
    /** The lines and contents that are dead; the number says nothing. */
    public static final Table<Long> RECLAIM = new Table<>(Family.RECLAIM, NUMBER);
    /** What removed contents still refer to, beside those that are dead. */
    public static final Table<Remains> REMAINS = new Table<>(Family.RECLAIM, Remains.CODEC);

    /** The first sequence that a commit stands for, where others were squashed into it. */
    public static final Table<Long> SQUASHED = new Table<>(Family.RECLAIM, NUMBER);

    public static final Table<Long> META = new Table<>(Family.META, NUMBER);

    private Tables() {}
}
