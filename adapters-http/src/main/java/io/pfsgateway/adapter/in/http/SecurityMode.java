package io.pfsgateway.adapter.in.http;

/** How the gateway decides who makes a request. */
public enum SecurityMode {
    /** It does not: everyone may do everything, except web pages. */
    OPEN,
    /** By signatures, with key pairs that the gateway knows. */
    KEYS,
    /** By signatures, with tokens of the file system's own users as key pairs. */
    TOKENS
}
