package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.domain.file.HeaderName;

/** The names on the wire of what is kept with an object. */
final class HeaderNames {
    private HeaderNames() {}

    static String wire(HeaderName name) {
        return switch (name) {
            case CONTENT_TYPE -> "Content-Type";
            case CONTENT_ENCODING -> "Content-Encoding";
            case CONTENT_DISPOSITION -> "Content-Disposition";
            case CONTENT_LANGUAGE -> "Content-Language";
            case CACHE_CONTROL -> "Cache-Control";
            case EXPIRES -> "Expires";
        };
    }
}
