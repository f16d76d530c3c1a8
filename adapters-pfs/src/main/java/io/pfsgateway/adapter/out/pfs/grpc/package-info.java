/**
 * The file system's roles on a server that speaks {@code pfs_v2}, such as pachd. A key is a path there, a version is a commit,
 * and what S3 calls a bucket is a branch, whose head moves with every write by anyone. What pachd has no place for is kept in
 * stores that {@link io.pfsgateway.adapter.out.pfs.grpc.GrpcFileSystem} is given: attributes of files, and locks of branches, under
 * which conditions are decided ({@link io.pfsgateway.adapter.out.pfs.grpc.GuardedCommit}).
 *
 * <p>The traps: pachd tells most failures apart by their text alone ({@link io.pfsgateway.adapter.out.pfs.grpc.PachdMessage});
 * it answers for a commit id that belongs to another branch, or only to the same set of commits, unless one looks
 * ({@link io.pfsgateway.adapter.out.pfs.grpc.BranchAncestry}); it makes a branch when a file is written to one that is not
 * there; {@code a} beside {@code a/b} silently loses one of the two ({@link io.pfsgateway.adapter.out.pfs.grpc.Lookout}); a head
 * may have ended in error ({@link io.pfsgateway.adapter.out.pfs.grpc.Heads}); and two copies to one path in one stream are two
 * files to it ({@link io.pfsgateway.adapter.out.pfs.grpc.Sequences}).
 */
@NullMarked
package io.pfsgateway.adapter.out.pfs.grpc;

import org.jspecify.annotations.NullMarked;
