package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.TokenAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The file system's roles on a server that speaks {@code pfs_v2}. What pachd keeps no place for is kept in the bookkeeping that is
 * given, which every gateway on the same server has to share.
 */
public final class GrpcFileSystem implements AutoCloseable {
    private final ManagedChannel channel;
    private final Channel observed;
    private final Reconnection reconnection;
    private final Duration patience;
    private final FileSystem ports;
    private final AnnouncementSweep announcements;

    private GrpcFileSystem(
            ManagedChannel channel,
            Channel observed,
            Duration patience,
            FileSystem ports,
            AnnouncementSweep announcements) {
        this.channel = channel;
        this.observed = observed;
        this.reconnection = Reconnection.start(channel, Reconnection.PAUSE);
        this.patience = patience;
        this.ports = ports;
        this.announcements = announcements;
    }

    /**
     * Gets ready. The server is not asked for anything yet, and may be out of reach.
     *
     * @throws AuthoritiesRefused if the file of authorities cannot be used
     */
    public static GrpcFileSystem open(
            GrpcSettings settings, FileAttributeBookkeeping attributes, BranchLocks locks, Clock clock) {
        return open(settings, attributes, locks, clock, CallObserver.NONE);
    }

    /** The same, telling an observer of every call. */
    public static GrpcFileSystem open(
            GrpcSettings settings,
            FileAttributeBookkeeping attributes,
            BranchLocks locks,
            Clock clock,
            CallObserver observer) {
        ManagedChannel channel = PachdChannel.open(settings);
        Channel observed = ClientInterceptors.intercept(channel, new ObservingInterceptor(observer));
        Channel named = ClientInterceptors.intercept(observed, new TokenInterceptor(settings.token()));
        KeyPaths paths = settings.escapesKeys() ? KeyPaths.escaped() : KeyPaths.plain();
        PfsClient client = new PfsClient(named, settings.patience(), paths);
        return new GrpcFileSystem(
                channel,
                observed,
                settings.patience(),
                ports(client, attributes, locks, clock, settings.token()),
                new AnnouncementSweep(attributes, new AnnouncedCommits(client)));
    }

    static FileSystem ports(
            PfsClient client,
            FileAttributeBookkeeping attributes,
            BranchLocks locks,
            Clock clock,
            Supplier<Optional<String>> token) {
        WaitingWalks walks = new WaitingWalks(token);
        BranchAncestry ancestry = new BranchAncestry(client);
        Descriptions descriptions = new Descriptions(attributes.store());
        UploadRepos uploads = new UploadRepos(client);
        WriterLocks writers = new WriterLocks(locks);
        SeenBranches seen = new SeenBranches(token);
        GuardedCommit commits = new GuardedCommit(client, writers, descriptions, seen);
        GrpcCommitReader reader = new GrpcCommitReader(client, ancestry, descriptions);
        return new FileSystem(
                new GrpcBranchCatalog(client, ancestry, walks, attributes.removal(), writers, seen),
                reader,
                new GrpcFileLister(client, reader, ancestry, descriptions, walks),
                new GrpcFileHistory(
                        client, ancestry, descriptions, ChangedNames.MOST_CHANGES, GrpcFileHistory.MOST_SEARCHED),
                new GrpcCommitter(
                        client,
                        commits,
                        seen,
                        new Deletions(client, writers, descriptions),
                        new Assembly(client, uploads, commits, descriptions, ancestry)),
                new GrpcContentStaging(client, uploads, clock));
    }

    /** The roles. */
    public FileSystem ports() {
        return ports;
    }

    /**
     * Settles what writers announced to the bookkeeping and left behind, some of it at a time. To be repeated now and then, by one
     * thread.
     *
     * @param announcedBefore a time so long ago that no writer can still be at its commit
     * @return how many were looked at
     */
    public int settleAnnouncements(Instant announcedBefore) {
        return announcements.settle(announcedBefore);
    }

    /** Who the server's users are; what it said is remembered for a minute at most. */
    public TokenAuthority tokenAuthority(Clock clock) {
        return new CachingTokenAuthority(new GrpcTokenAuthority(observed, patience), clock);
    }

    /** What the server lets them do in whose name it is asked. */
    public CallerRights callerRights(GrpcIdentity identity) {
        return new GrpcCallerRights(observed, identity, patience);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        reconnection.close();
        channel.shutdownNow();
    }
}
