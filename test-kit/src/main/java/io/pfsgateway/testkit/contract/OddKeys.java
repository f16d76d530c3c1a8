package io.pfsgateway.testkit.contract;

import java.util.List;

/** Keys that are easily taken for something else. */
final class OddKeys {
    /** The one that is long, and takes more room yet where it has to be written in other characters. */
    private static final String LONGEST = "é".repeat(512);

    static final List<String> ALL = List.of(
            "/",
            "//",
            "/a",
            "a//b",
            "a/",
            "a//",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/./b",
            " ",
            "a b",
            "a+b",
            "a%2Fb",
            "a%20b",
            "%",
            "*",
            "a?b",
            "[a]",
            "{a}",
            "a\\b",
            "a\"b'c",
            "<a>&b",
            "\u0001",
            "a\nb",
            "\u007f",
            "é",
            "e\u0301",
            "日本/語",
            "\uff5e",
            "\ud83d\ude00",
            "A",
            "k".repeat(1024),
            LONGEST,
            "d/".repeat(300) + "f");

    private OddKeys() {}

    /** Whether a file system that this is the contract of can hold a key of these. */
    static boolean canBeHeld(String key, FileSystemContract contract) {
        return contract.has(Capability.HOLDS_EVERY_KEY)
                && (contract.has(Capability.KEEPS_LENGTH_OF_KEYS) || !key.equals(LONGEST));
    }
}
