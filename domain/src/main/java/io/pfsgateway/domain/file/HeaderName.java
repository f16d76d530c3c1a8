package io.pfsgateway.domain.file;

/** The headers of a PUT that are kept with the object and returned with it. */
public enum HeaderName {
    CONTENT_TYPE,
    CONTENT_ENCODING,
    CONTENT_DISPOSITION,
    CONTENT_LANGUAGE,
    CACHE_CONTROL,
    EXPIRES
}
