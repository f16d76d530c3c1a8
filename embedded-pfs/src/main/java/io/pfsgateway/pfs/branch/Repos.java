package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.RepoRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Projects and repositories. Each change is durable when its method returns. Safe for any number of threads. */
public final class Repos {
    private final Store store;
    private final Committer committer;

    public Repos(Store store, Committer committer) {
        this.store = store;
        this.committer = committer;
    }

    public Creation createProject(String name) {
        RepoName.requirePart(name);
        return committer.run((session, moment) -> createProject(session, moment, name));
    }

    /** Deletes a project; one that still has repositories is refused with {@link FailureKind#NOT_EMPTY}. */
    public void deleteProject(String name) {
        committer.run((session, moment) -> {
            requireProject(session, name);
            byte[] repos = Keys.reposOf(name);
            try (Cursor cursor = session.cursor(Family.REPOS, repos, Keys.after(repos))) {
                cursor.first();
                if (cursor.valid()) {
                    throw new PfsException(
                            FailureKind.NOT_EMPTY,
                            "Project " + name + " still has the repository " + Keys.decodeRepo(cursor.key()));
                }
            }
            Tables.PROJECTS.delete(session, Keys.project(name));
            return true;
        });
    }

    /** The names of all projects, in order. */
    public List<String> projects() {
        List<String> names = new ArrayList<>();
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.PROJECTS, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                names.add(new String(cursor.key(), StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    /** Makes a repository without branches; its project must be there. */
    public Creation create(RepoName name) {
        return committer.run((session, moment) -> {
            requireProject(session, name.project());
            if (Tables.REPOS.contains(session, Keys.repo(name))) {
                return Creation.EXISTED;
            }
            Tables.REPOS.put(session, Keys.repo(name), new RepoRecord(moment.now(), 0));
            return Creation.CREATED;
        });
    }

    /** Deletes a repository; one that still has branches is refused with {@link FailureKind#NOT_EMPTY}. */
    public void delete(RepoName name) {
        committer.run((session, moment) -> {
            RepoRecord repo = Tables.REPOS
                    .find(session, Keys.repo(name))
                    .orElseThrow(() -> new PfsException(FailureKind.NO_SUCH_REPO, "No repository " + name));
            if (repo.branches() > 0) {
                throw new PfsException(FailureKind.NOT_EMPTY, "Repository " + name + " still has branches");
            }
            Tables.REPOS.delete(session, Keys.repo(name));
            return true;
        });
    }

    public Optional<RepoInfo> find(RepoName name) {
        try (View view = store.view()) {
            return Tables.REPOS
                    .find(view, Keys.repo(name))
                    .map(repo -> new RepoInfo(name, repo.created(), repo.branches()));
        }
    }

    /** The repositories after the given one, or from the first, ordered by project and name; at most so many. */
    public List<RepoInfo> list(Optional<RepoName> after, int limit) {
        List<RepoInfo> page = new ArrayList<>();
        byte[] from = after.map(Keys::repo).map(Keys::after).orElse(Keys.first());
        try (View view = store.snapshot();
                Cursor cursor = view.cursor(Family.REPOS, from, Keys.last())) {
            for (cursor.first(); cursor.valid() && page.size() < limit; cursor.next()) {
                RepoRecord repo = Tables.REPOS.decode(cursor.value());
                page.add(new RepoInfo(Keys.decodeRepo(cursor.key()), repo.created(), repo.branches()));
            }
        }
        return page;
    }

    /** Makes the project that is there from the start, when a folder is new. */
    public static Creation createProject(Session session, Moment moment, String name) {
        if (Tables.PROJECTS.contains(session, Keys.project(name))) {
            return Creation.EXISTED;
        }
        Tables.PROJECTS.put(session, Keys.project(name), moment.now());
        return Creation.CREATED;
    }

    static void requireProject(Reader reader, String project) {
        if (!Tables.PROJECTS.contains(reader, Keys.project(project))) {
            throw new PfsException(FailureKind.NO_SUCH_PROJECT, "No project " + project);
        }
    }
}
