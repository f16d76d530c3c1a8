-- Files that were announced and of which it is not known whether they were committed. A subject is the digest of a branch and a
-- key, a position the order in which they came.
CREATE TABLE announced_files (
    id                 ${bytes}     NOT NULL PRIMARY KEY,
    position           BIGINT       GENERATED ALWAYS AS IDENTITY,
    subject            ${bytes}     NOT NULL,
    project            VARCHAR(255) NOT NULL,
    repo               VARCHAR(255) NOT NULL,
    branch             VARCHAR(255) NOT NULL,
    object_key         ${bytes}     NOT NULL,
    size_bytes         BIGINT       NOT NULL,
    expected_hash      ${bytes},
    sha256             ${bytes},
    attributes         ${bytes}     NOT NULL,
    part_count         INTEGER      NOT NULL,
    parts              ${bytes},
    token              VARCHAR(256),
    announced_at       BIGINT       NOT NULL
);

CREATE INDEX announced_files_by_subject ON announced_files (subject);
CREATE INDEX announced_files_by_branch ON announced_files (project, repo, branch);
CREATE INDEX announced_files_by_age ON announced_files (announced_at);

-- Files that are known to have been committed, with the first commit known to hold them. In a branch and in a repo a file is found
-- by digests of its key and hash with the names above it; a time is the commit's own. Rows are only added and removed.
CREATE TABLE confirmed_files (
    id                 BIGINT       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    in_branch          ${bytes}     NOT NULL,
    in_repo            ${bytes}     NOT NULL,
    project            VARCHAR(255) NOT NULL,
    repo               VARCHAR(255) NOT NULL,
    branch             VARCHAR(255) NOT NULL,
    object_key         ${bytes}     NOT NULL,
    size_bytes         BIGINT       NOT NULL,
    expected_hash      ${bytes},
    sha256             ${bytes},
    attributes         ${bytes}     NOT NULL,
    part_count         INTEGER      NOT NULL,
    parts              ${bytes},
    token              VARCHAR(256),
    hash               ${bytes}     NOT NULL,
    commit_id          ${bytes}     NOT NULL,
    committed_at       BIGINT       NOT NULL
);

CREATE INDEX confirmed_files_by_commit ON confirmed_files (in_branch, commit_id);
CREATE INDEX confirmed_files_by_time ON confirmed_files (in_branch, committed_at DESC, id DESC);
CREATE INDEX confirmed_files_by_time_in_repo ON confirmed_files (in_repo, committed_at DESC, id DESC);
CREATE INDEX confirmed_files_by_branch ON confirmed_files (project, repo, branch);
CREATE INDEX confirmed_files_by_token ON confirmed_files (token);
