-- What is set on buckets, by their branches: tags and CORS rules, each a document of ASCII. A column is null where nothing is set.
CREATE TABLE bucket_configurations (
    project            VARCHAR(255) NOT NULL,
    repo               VARCHAR(255) NOT NULL,
    branch             VARCHAR(255) NOT NULL,
    tags               ${bytes},
    cors_rules         ${bytes},
    PRIMARY KEY (project, repo, branch)
);
