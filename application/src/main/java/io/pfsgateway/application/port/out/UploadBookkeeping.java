package io.pfsgateway.application.port.out;

/** The two roles of one store of uploads, as an adapter hands them out. */
public record UploadBookkeeping(UploadRegistry registry, UploadEndings endings) {}
