package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.ListPartsUseCase;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import java.util.List;
import java.util.Optional;

/** Lists parts, one more than asked for, to tell whether more follow. */
public final class ListPartsService implements ListPartsUseCase {
    private final OpenUploads uploads;
    private final UploadRegistry registry;

    public ListPartsService(BranchCatalog branches, UploadRegistry registry) {
        this.uploads = new OpenUploads(registry, branches);
        this.registry = registry;
    }

    @Override
    public Result listParts(UploadAddress address, Optional<PartNumber> after, int limit) {
        Upload upload = uploads.requireToRead(address);
        List<RegisteredPart> parts = registry.parts(upload.id(), after, limit + 1);
        return new Result(
                upload, parts.stream().limit(limit).map(RegisteredPart::part).toList(), parts.size() > limit);
    }
}
