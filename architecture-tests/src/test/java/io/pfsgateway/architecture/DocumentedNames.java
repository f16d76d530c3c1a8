package io.pfsgateway.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java types that a document names in backticks, alone or with a method or a constant, held against the sources of the whole project. A
 * word without a lower-case letter is a constant or a header, and no type.
 */
final class DocumentedNames {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z0-9_]+");
    private static final String SOURCE = ".java";

    private final Map<String, List<Path>> sources = new HashMap<>();

    private DocumentedNames() {}

    /** The names below a project's root. */
    static DocumentedNames below(Path root) throws IOException {
        DocumentedNames names = new DocumentedNames();
        Files.walkFileTree(root, names.new Collecting());
        return names;
    }

    private final class Collecting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(SOURCE)) {
                sources.computeIfAbsent(name.substring(0, name.length() - SOURCE.length()), unseen -> new ArrayList<>())
                        .add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** What the text names and the sources do not have. */
    List<String> missingOf(String text) throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult name : in(text).toList()) {
            if (!isThere(name.group(1), Optional.ofNullable(name.group(2)))) {
                missing.add(name.group());
            }
        }
        return missing;
    }

    /** The types that the text names. */
    static List<String> typesIn(String text) {
        return in(text).map(name -> name.group(1)).toList();
    }

    private static Stream<MatchResult> in(String text) {
        return NAMED.matcher(text).results();
    }

    private boolean isThere(String type, Optional<String> member) throws IOException {
        for (Path file : sources.getOrDefault(type, List.of())) {
            if (member.isEmpty() || has(Files.readString(file), member.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(String source, String member) {
        return CONSTANT.matcher(member).matches()
                ? Pattern.compile("\\b" + member + "\\b").matcher(source).find()
                : source.contains(" " + member + "(");
    }
}
