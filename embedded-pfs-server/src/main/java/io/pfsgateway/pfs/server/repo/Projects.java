package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.Creation;
import io.pfsgateway.pfs.protocol.CreateProjectRequest;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.ProjectInfo;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.words.Messages;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;

/** Projects. The engine keeps no descriptions, so one that is asked for is refused. Safe for any number of threads. */
public final class Projects {
    private final EmbeddedPfs pfs;

    public Projects(EmbeddedPfs pfs) {
        this.pfs = pfs;
    }

    public void create(CreateProjectRequest request) {
        String name = request.getProject().getName();
        Names.requireName(name);
        Descriptions.refuse(request.getDescription());
        if (pfs.repos().createProject(name) == Creation.EXISTED && !request.getUpdate()) {
            throw Refusals.alreadyExists("project \"" + name + "\"");
        }
    }

    public ProjectInfo inspect(Project project) {
        String name = Names.project(project);
        require(name);
        return info(name);
    }

    public Answers<ProjectInfo> list() {
        return Answers.of(pfs.repos().projects().stream().map(Projects::info).iterator());
    }

    /** Refuses a project that is not there. */
    void require(String name) {
        if (!pfs.repos().projects().contains(name)) {
            throw Refusals.projectNotFound(name);
        }
    }

    private static ProjectInfo info(String name) {
        return ProjectInfo.newBuilder().setProject(Messages.project(name)).build();
    }
}
