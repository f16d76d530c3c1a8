-- Uploads that are open. Ids, keys and hashes are bytes, so that no collation orders them; times are nanoseconds of the epoch.
CREATE TABLE uploads (
    id                 ${bytes}     NOT NULL PRIMARY KEY,
    project            VARCHAR(255) NOT NULL,
    repo               VARCHAR(255) NOT NULL,
    branch             VARCHAR(255) NOT NULL,
    object_key         ${bytes}     NOT NULL,
    attributes         ${bytes}     NOT NULL,
    checksum_algorithm VARCHAR(16),
    checksum_type      VARCHAR(16),
    begun_at           BIGINT       NOT NULL,
    tried              BOOLEAN      NOT NULL
);

CREATE INDEX uploads_by_key ON uploads (project, repo, branch, object_key, id);
CREATE INDEX uploads_by_trial ON uploads (tried, id);
CREATE INDEX uploads_by_age ON uploads (begun_at);

CREATE TABLE upload_parts (
    upload_id          ${bytes}     NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    part_number        INTEGER      NOT NULL,
    content            VARCHAR(128) NOT NULL,
    size_bytes         BIGINT       NOT NULL,
    hash               ${bytes}     NOT NULL,
    checksum_algorithm VARCHAR(16),
    checksum           VARCHAR(128),
    uploaded_at        BIGINT       NOT NULL,
    PRIMARY KEY (upload_id, part_number)
);

-- Contents of parts that were replaced after a completion was tried, which may be part of a file and go with the upload.
CREATE TABLE replaced_contents (
    upload_id          ${bytes}     NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    content            VARCHAR(128) NOT NULL,
    PRIMARY KEY (upload_id, content)
);

-- What is remembered of uploads that have ended.
CREATE TABLE ended_uploads (
    id                 ${bytes}     NOT NULL PRIMARY KEY,
    ended_at           BIGINT       NOT NULL
);

CREATE INDEX ended_uploads_by_age ON ended_uploads (ended_at);
