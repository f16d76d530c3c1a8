package io.pfsgateway.testkit.contract;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A branch with a history drawn from a seed, and a plain account of what it must hold at each commit. */
final class RandomBranch {
    private static final List<String> PIECES = List.of(
            "a", "b", "ab", "/", "//", "..", ".", "é", "日", "\u0001", "~", " ", "+", "%2F", "\uff5e", "\ud83d\ude00");

    /** What a commit did to a key. */
    record Change(CommitId commit, boolean deleted) {}

    private final FileSystemContract contract;
    private final Random random;
    private final BranchId branch;
    private final List<CommitId> commits = new ArrayList<>();
    private final Map<CommitId, SortedSet<String>> keysAt = new HashMap<>();
    private final Map<String, List<Change>> changes = new HashMap<>();

    RandomBranch(FileSystemContract contract, Random random, int steps) {
        this.contract = contract;
        this.random = random;
        this.branch = contract.newBranch();
        SortedSet<String> keys = new TreeSet<>();
        record(keys);
        for (int i = 0; i < steps; i++) {
            step(keys);
        }
    }

    private void step(SortedSet<String> keys) {
        if (!keys.isEmpty() && random.nextInt(4) == 0) {
            String[] doomed =
                    keys.stream().filter(key -> random.nextInt(3) == 0).toArray(String[]::new);
            if (doomed.length > 0) {
                contract.remove(branch, doomed);
                keys.removeAll(List.of(doomed));
                record(keys);
                List.of(doomed).forEach(key -> noteChange(key, true));
            }
        } else {
            String key = keyBeside(keys);
            contract.place(branch, key, "text");
            keys.add(key);
            record(keys);
            noteChange(key, false);
        }
    }

    private void record(SortedSet<String> keys) {
        CommitId head = contract.head(branch).id();
        commits.add(head);
        keysAt.put(head, new TreeSet<>(keys));
    }

    private void noteChange(String key, boolean deleted) {
        changes.computeIfAbsent(key, unseen -> new ArrayList<>()).add(0, new Change(head(), deleted));
    }

    private String keyBeside(SortedSet<String> keys) {
        String key = newKey();
        while (!contract.has(Capability.LETS_FILE_BESIDE_DIRECTORY) && collides(key, keys)) {
            key = newKey();
        }
        return key;
    }

    private static boolean collides(String key, SortedSet<String> keys) {
        return keys.stream().anyMatch(other -> isAbove(key, other) || isAbove(other, key));
    }

    private static boolean isAbove(String key, String other) {
        return !key.endsWith("/") && other.startsWith(key + "/");
    }

    private String newKey() {
        if (!contract.has(Capability.HOLDS_EVERY_KEY)) {
            return "d" + random.nextInt(3) + "/d" + random.nextInt(2) + "/f" + random.nextInt(8);
        }
        StringBuilder key = new StringBuilder();
        int pieces = 1 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            key.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return key.toString();
    }

    BranchId branch() {
        return branch;
    }

    /** A commit that can be read. */
    CommitId anyCommit() {
        int at = random.nextInt(commits.size());
        return contract.has(Capability.KEEPS_HISTORY) ? commits.get(at) : head();
    }

    private CommitId head() {
        return commits.get(commits.size() - 1);
    }

    SortedSet<String> keysAt(CommitId commit) {
        return keysAt.getOrDefault(commit, new TreeSet<>());
    }

    /** Every change to every key that there ever was, newest first; without history, the head's keys as if it had written them. */
    Map<String, List<Change>> changes() {
        return contract.has(Capability.KEEPS_HISTORY)
                ? changes
                : keysAt(head()).stream()
                        .collect(Collectors.toMap(key -> key, key -> List.of(new Change(head(), false))));
    }

    /** The start of some key, cut between characters, or of none. */
    String anyPrefix() {
        String key = anyKey();
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> key;
            default ->
                key.substring(0, key.offsetByCodePoints(0, random.nextInt(key.codePointCount(0, key.length()) + 1)));
        };
    }

    Optional<String> anyDelimiter() {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("/");
            default -> Optional.of(PIECES.get(random.nextInt(PIECES.size())));
        };
    }

    /** A key, a common prefix, or neither. */
    Optional<String> anyAfter(String prefix, Optional<String> delimiter) {
        String key = anyKey();
        return switch (random.nextInt(5)) {
            case 0 -> Optional.of(key);
            case 1 -> Optional.of(key.startsWith(prefix) ? ListingModel.rolledUp(key, prefix, delimiter) : key);
            case 2 -> Optional.of(newKey());
            default -> Optional.empty();
        };
    }

    private String anyKey() {
        List<String> all = List.copyOf(changes.keySet());
        return all.get(random.nextInt(all.size()));
    }
}
