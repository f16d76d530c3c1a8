package io.pfsgateway.adapter.out.keysfile;

/**
 * A keys file cannot be used. The message names the file's place that is wrong and the rule; it holds no secret, and there is
 * never a cause, because parsers quote what they read.
 */
public final class KeysFileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysFileRefused(String message) {
        super(message);
    }
}
