/**
 * The file system's roles on a server that speaks {@code pfs_v2}, such as pachd. A key is a path there, a version is a commit,
 * and what S3 calls a bucket is a branch, whose head moves with every write by anyone.
 *
 * <p>What is here is whole: {@link io.pfsgateway.adapter.out.pfs.grpc.GrpcCommitReader} reads, and
 * {@link io.pfsgateway.adapter.out.pfs.grpc.GrpcFileWriter} writes one file as one commit. The other roles (listing, history,
 * deletion, copies, staged contents, the catalogue of branches) come with a later release, and so do the things that pachd has
 * no place for and that need the database beside it: attributes and conditional writes. Until then the writer refuses both.
 *
 * <p>The traps: pachd tells most failures apart by their text alone ({@link io.pfsgateway.adapter.out.pfs.grpc.PachdMessage});
 * it answers for a commit id that belongs to another branch, or only to the same set of commits, unless one looks
 * ({@link io.pfsgateway.adapter.out.pfs.grpc.BranchAncestry}); it makes a branch when a file is written to one that is not
 * there; and {@code a} beside {@code a/b} silently loses one of the two ({@link io.pfsgateway.adapter.out.pfs.grpc.PathCollisions}).
 */
@NullMarked
package io.pfsgateway.adapter.out.pfs.grpc;

import org.jspecify.annotations.NullMarked;
