package io.pfsgateway.pfs.server;

import static io.pfsgateway.pfs.server.TestServer.HEAD;
import static io.pfsgateway.pfs.server.TestServer.add;
import static io.pfsgateway.pfs.server.TestServer.copy;
import static io.pfsgateway.pfs.server.TestServer.delete;
import static io.pfsgateway.pfs.server.TestServer.file;
import static io.pfsgateway.pfs.server.TestServer.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.protocol.DiffFileRequest;
import io.pfsgateway.pfs.protocol.DiffFileResponse;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.protocol.GlobFileRequest;
import io.pfsgateway.pfs.protocol.InspectFileRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.ListFileRequest;
import io.pfsgateway.pfs.protocol.PathRange;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilesTest {
    private static final BranchName MASTER = new BranchName("default", "repo", "master");

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        assertThat(server.pfs.check().isClean()).isTrue();
        server.close();
    }

    private void putTree() {
        server.modify(
                HEAD,
                add("/a.txt", "a"),
                add("/dir/one", "1"),
                add("/dir/sub/two", "22"),
                add("/dir.txt", "d"),
                add("/z", ""));
    }

    @Test
    void readsWhatWasPut() {
        server.put("/a.txt", "hello");
        server.put("a.txt", "over");

        assertThat(server.text("/a.txt")).isEqualTo("over");
        assertThat(server.text("a.txt")).isEqualTo("over");
        assertThat(server.text(HEAD.toBuilder().setId("^").build(), "/a.txt")).isEqualTo("hello");
    }

    @Test
    void makesOneCommitOfAllChangesOfACall() {
        putTree();
        server.modify(HEAD, delete("/a.txt"), add("/new", "n"), copy(HEAD, "/dir", "/copied", false));

        assertThat(TestServer.list(server.calls()
                        .listCommit(ListCommitRequest.newBuilder()
                                .setRepo(TestServer.REPO)
                                .build())))
                .hasSize(3);
        assertThat(walk("/")).contains("/new", "/copied/one", "/copied/sub/two").doesNotContain("/a.txt");
    }

    @Test
    void putsAChangeToTheEndOfWhatIsThere() {
        server.put("/log", "one");
        server.modify(HEAD, add("/log", " two"));
        server.modify(HEAD, copy(HEAD, "/log", "/log", true));
        server.modify(HEAD, add("/log", " three"), add("/else", "x"), add("/log", " four"));

        assertThat(server.text("/log")).isEqualTo("one twoone two three four");
        assertThat(server.pfs.staging().list(java.util.Optional.empty(), 10)).isEmpty();
    }

    @Test
    void releasesAtItsStartWhatACrashLeftStaged() throws IOException {
        stage("pfs_v2");
        stage("another's");
        server.close();
        server = TestServer.reopen(folder);

        assertThat(server.pfs.staging().list(java.util.Optional.empty(), 10))
                .extracting(part -> part.tag().toUtf8())
                .containsExactly("another's");
    }

    private void stage(String owner) {
        try (var writer = server.pfs.staging().newContent()) {
            assertThat(server.pfs.staging().stage(writer, io.pfsgateway.pfs.model.Bytes.utf8(owner)))
                    .isNotNull();
        }
    }

    @Test
    void keepsWhatRacingCallsAppend() {
        server.put("/log", "");
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int line = 0; line < 5; line++) {
                        server.modify(HEAD, add("/log", writer + "." + line + ";"));
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(server.text("/log").split(";")).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void servesPathsThatItWouldNotWrite() {
        List.of("a//b", "dot/./x", "glob*", "\u00e9").forEach(this::putAsS3Would);

        assertThat(walk("/"))
                .containsExactly("/", "/a/", "/a//", "/a//b", "/dot/", "/dot/./", "/dot/./x", "/glob*", "/\u00e9");
        List.of("/a//b", "/dot/./x", "/glob*", "/\u00e9")
                .forEach(path -> assertThat(server.text(path)).isEqualTo(path.substring(1)));
        server.modify(HEAD, delete("/a//b"), delete("/glob*"));
        assertThat(walk("/")).containsExactly("/", "/dot/", "/dot/./", "/dot/./x", "/\u00e9");
    }

    private void putAsS3Would(String key) {
        try (var writer = server.pfs.staging().newContent()) {
            writer.write(key.getBytes(StandardCharsets.UTF_8));
            server.pfs
                    .files()
                    .put(
                            MASTER,
                            FilePath.of(key),
                            writer,
                            io.pfsgateway.pfs.model.Bytes.EMPTY,
                            io.pfsgateway.pfs.model.Precondition.NONE);
        }
    }

    @Test
    void joinsTheMessagesOfOneFileToOneContent() {
        server.modify(HEAD, add("/f", "ab"), add("/f", "cd"));

        assertThat(server.pfs
                        .reader()
                        .find(MASTER, CommitRef.HEAD, FilePath.of("f"))
                        .orElseThrow()
                        .row()
                        .parts())
                .isZero();
    }

    @Test
    void takesAwayADirectoryWithAllThatIsInIt() {
        putTree();
        server.modify(HEAD, add("/dir/late", "l"), delete("/dir/"));

        assertThat(walk("/")).containsExactly("/", "/a.txt", "/dir.txt", "/z");
    }

    @Test
    void leavesADirectoryThatIsDeletedLikeAFile() {
        putTree();
        server.modify(HEAD, delete("/dir"));

        assertThat(walk("/dir")).hasSize(4);
    }

    @Test
    void leavesNothingOfACallThatIsRefused() {
        Throwable refused = catchThrowable(() -> server.modify(HEAD, add("/good", "g"), add("/ba*d", "b")));

        assertThat(TestServer.status(refused).getDescription())
                .isEqualTo("path (/ba*d) invalid: globbing character (*) not allowed in path");
        assertThat(walk("/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/x//y, /x/y",
        "x/y/, /x/y",
        "//x, /x",
    })
    void cleansThePathsOfWhatIsWritten(String asked, String stored) {
        server.modify(HEAD, add(asked, "text"));

        assertThat(server.text(stored)).isEqualTo("text");
    }

    @Test
    void refusesAPathThatOtherClientsCouldNotName() {
        String longest = "/" + "k".repeat(1_024);
        server.put(longest, "text");

        Throwable refused = catchThrowable(() -> server.put(longest + "k", "text"));

        assertThat(TestServer.status(refused).getDescription()).endsWith("longer than 1024 bytes");
    }

    @Test
    void makesABranchThatIsMissing() {
        server.modify(TestServer.commit(TestServer.branch("other")), add("/f", "text"));

        assertThat(server.text(TestServer.commit(TestServer.branch("other")), "/f"))
                .isEqualTo("text");
    }

    @Test
    void refusesToChangeAFinishedCommit() {
        server.put("/f", "text");
        String id = server.pfs.branches().find(MASTER).orElseThrow().head().toString();
        Throwable refused = catchThrowable(() -> server.modify(TestServer.commit(id), add("/f", "more")));

        assertThat(TestServer.status(refused).getDescription())
                .isEqualTo("commit default/repo@" + id + " has already finished");
    }

    @Test
    void copiesAnObjectWithItsAttributes() {
        try (var writer = server.pfs.staging().newContent()) {
            writer.write("x".getBytes(StandardCharsets.UTF_8));
            server.pfs
                    .files()
                    .put(
                            MASTER,
                            FilePath.of("from"),
                            writer,
                            io.pfsgateway.pfs.model.Bytes.utf8("attributes"),
                            io.pfsgateway.pfs.model.Precondition.NONE);
        }
        server.modify(HEAD, copy(HEAD, "/from", "/to", false));

        assertThat(server.pfs
                        .reader()
                        .find(MASTER, CommitRef.HEAD, FilePath.of("to"))
                        .orElseThrow()
                        .row()
                        .attributes()
                        .toUtf8())
                .isEqualTo("attributes");
    }

    @Test
    void listsWhatIsRightBelowADirectory() {
        putTree();

        assertThat(list("/", 0, false, "")).containsExactly("/a.txt", "/dir.txt", "/dir/", "/z");
        assertThat(list("/dir", 0, false, "")).containsExactly("/dir/one", "/dir/sub/");
        assertThat(list("/a.txt", 0, false, "")).containsExactly("/a.txt");
        assertThat(list("/nothing", 0, false, "")).isEmpty();
    }

    @Test
    void listsInPages() {
        putTree();

        assertThat(list("/", 2, false, "")).containsExactly("/a.txt", "/dir.txt");
        assertThat(list("/", 2, false, "/dir.txt")).containsExactly("/dir/", "/z");
        assertThat(list("/", 2, false, "/dir/")).containsExactly("/z");
        assertThat(list("/", 2, false, "/dir")).containsExactly("/dir.txt", "/z");
        assertThat(list("/", 2, true, "")).containsExactly("/z", "/dir/");
        assertThat(list("/", 5, true, "/dir/")).containsExactly("/dir.txt", "/a.txt");
    }

    @Test
    void refusesAReverseListingWithoutANumber() {
        assertThat(TestServer.status(catchThrowable(() -> list("/", 0, true, "")))
                        .getDescription())
                .isEqualTo("number must be > 0 when reverse is true");
    }

    @Test
    void walksEachDirectoryBeforeWhatIsInIt() {
        putTree();

        assertThat(walk("/"))
                .containsExactly("/", "/a.txt", "/dir.txt", "/dir/", "/dir/one", "/dir/sub/", "/dir/sub/two", "/z");
        assertThat(walk("/dir/sub")).containsExactly("/dir/sub/", "/dir/sub/two");
        assertThat(TestServer.status(catchThrowable(() -> walk("/nothing"))).getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void walksInPages() {
        putTree();
        List<String> all = walk("/");

        for (int behind = 0; behind < all.size(); behind++) {
            assertThat(paths(server.calls()
                            .walkFile(WalkFileRequest.newBuilder()
                                    .setFile(file(HEAD, "/"))
                                    .setPaginationMarker(file(HEAD, all.get(behind)))
                                    .setNumber(2)
                                    .build())))
                    .as(all.get(behind))
                    .isEqualTo(all.subList(behind + 1, Math.min(behind + 3, all.size())));
        }
    }

    @Test
    void sumsUpADirectory() {
        putTree();
        FileInfo whole = inspect("/dir");
        server.put("/dir/sub/two", "changed");

        assertThat(whole.getFileType()).isEqualTo(FileType.DIR);
        assertThat(whole.getFile().getPath()).isEqualTo("/dir/");
        assertThat(whole.getSizeBytes()).isEqualTo(3);
        assertThat(inspect("/dir").getSizeBytes()).isEqualTo(8);
        assertThat(inspect("/dir").getHash()).isNotEqualTo(whole.getHash());
        assertThat(TestServer.list(server.calls()
                                .walkFile(WalkFileRequest.newBuilder()
                                        .setFile(file(HEAD, "/"))
                                        .build()))
                        .get(3)
                        .getHash())
                .isEqualTo(inspect("/dir").getHash());
    }

    @Test
    void showsADirectoryMarkerAsAnEmptyDirectory() {
        try (var writer = server.pfs.staging().newContent()) {
            server.pfs
                    .files()
                    .put(
                            MASTER,
                            FilePath.of("empty/"),
                            writer,
                            io.pfsgateway.pfs.model.Bytes.EMPTY,
                            io.pfsgateway.pfs.model.Precondition.NONE);
        }

        assertThat(list("/", 0, false, "")).containsExactly("/empty/");
        assertThat(list("/empty", 0, false, "")).isEmpty();
        assertThat(inspect("/empty").getFileType()).isEqualTo(FileType.DIR);
        assertThat(walk("/")).containsExactly("/", "/empty/");
    }

    @Test
    void servesAFileBesideADirectoryOfItsName() {
        server.modify(HEAD, add("/a", "file"), add("/a/b", "below"));

        assertThat(list("/", 0, false, "")).containsExactly("/a", "/a/");
        assertThat(server.text("/a")).isEqualTo("file");
        assertThat(server.text("/a/b")).isEqualTo("below");
    }

    @ParameterizedTest
    @CsvSource({
        "/*, /a.txt /dir.txt /dir/ /z",
        "*.txt, /a.txt /dir.txt",
        "**.txt, /a.txt /dir.txt",
        "/dir/*, /dir/one /dir/sub/",
        "/dir/**, /dir/one /dir/sub/ /dir/sub/two",
        "/[a-c]*, /a.txt",
        "/[!a-c]*, /dir.txt /dir/ /z",
        "'/{a,dir}.txt', /a.txt /dir.txt",
        "/@(a|z|dir), /dir/ /z",
        "/?, /z",
        "/dir, /dir/",
        "/none*, ''",
    })
    void findsByPattern(String pattern, String expected) {
        putTree();

        assertThat(String.join(
                        " ",
                        paths(server.calls()
                                .globFile(GlobFileRequest.newBuilder()
                                        .setCommit(HEAD)
                                        .setPattern(pattern)
                                        .build()))))
                .isEqualTo(expected);
    }

    @Test
    void refusesPatternsThatWouldTakeForEver() {
        server.put("/" + "a".repeat(200), "x");

        assertThat(globRefusal("/" + "*a".repeat(20) + "b")).endsWith("invalid: it takes too long to match");
        assertThat(globRefusal("/" + "*(".repeat(20) + "a" + ")".repeat(20)))
                .endsWith("invalid: groups are nested too deeply");
        assertThat(globRefusal("/" + "*(a|b)".repeat(1000))).endsWith("invalid: it has more than 4096 characters");
    }

    private String globRefusal(String pattern) {
        GlobFileRequest request =
                GlobFileRequest.newBuilder().setCommit(HEAD).setPattern(pattern).build();
        return String.valueOf(
                TestServer.status(catchThrowable(() -> paths(server.calls().globFile(request))))
                        .getDescription());
    }

    @Test
    void findsByPatternWithinARange() {
        putTree();

        assertThat(paths(server.calls()
                        .globFile(GlobFileRequest.newBuilder()
                                .setCommit(HEAD)
                                .setPattern("/**")
                                .setPathRange(PathRange.newBuilder()
                                        .setLower("/dir.txt")
                                        .setUpper("/dir/sub/"))
                                .build())))
                .containsExactly("/dir.txt", "/dir/", "/dir/one");
    }

    @Test
    void tellsAMissingFileAsPachdDoes() {
        String head = server.pfs.branches().find(MASTER).orElseThrow().head().toString();

        assertThat(TestServer.status(catchThrowable(() -> inspect("/none"))).getDescription())
                .isEqualTo("file /none not found in repo default/repo at commit " + head);
        assertThat(TestServer.status(catchThrowable(() -> server.text("/none"))).getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void readsFromAnOffset() {
        server.put("/f", "0123456789");

        assertThat(TestServer.join(server.calls()
                                .getFile(GetFileRequest.newBuilder()
                                        .setFile(file(HEAD, "/f"))
                                        .setOffset(7)
                                        .build()))
                        .toString(StandardCharsets.UTF_8))
                .isEqualTo("789");
    }

    @Test
    void refusesToGiveADirectoryOrSeveralFilesForOne() {
        putTree();

        assertThat(TestServer.status(catchThrowable(() -> server.text("/dir"))).getDescription())
                .startsWith("cannot get directory or non-regular file");
        assertThat(TestServer.status(catchThrowable(() -> server.text("/*.txt")))
                        .getDescription())
                .startsWith("matched multiple files");
        assertThat(server.text("/a.*")).isEqualTo("a");
    }

    @Test
    void givesATarStreamOfAllThatMatches() throws IOException {
        putTree();
        byte[] large = new byte[3_000_001];
        new Random(7).nextBytes(large);
        server.modify(HEAD, add("/dir/large", ByteString.copyFrom(large)));

        Map<String, byte[]> found = untar("/dir");

        assertThat(found).containsOnlyKeys("/dir/", "/dir/large", "/dir/one", "/dir/sub/", "/dir/sub/two");
        assertThat(found.get("/dir/large")).isEqualTo(large);
        assertThat(untar("/*.txt")).containsOnlyKeys("/a.txt", "/dir.txt");
        assertThat(untar("/d*")).containsKeys("/dir.txt", "/dir/sub/two");
        assertThat(TestServer.status(catchThrowable(() -> untar("/none"))).getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void tellsWhatDiffersFromTheCommitBefore() {
        putTree();
        server.modify(HEAD, delete("/a.txt"), delete("/dir/one"), add("/dir/one", "x"), add("/new", "n"));
        List<DiffFileResponse> differences = TestServer.list(server.calls()
                .diffFile(
                        DiffFileRequest.newBuilder().setNewFile(file(HEAD, "/")).build()));

        assertThat(differences.stream().map(FilesTest::describe))
                .containsExactly("/|/", "/a.txt|", "/dir/|/dir/", "/dir/one|/dir/one", "|/new");
    }

    private static String describe(DiffFileResponse difference) {
        return difference.getOldFile().getFile().getPath() + "|"
                + difference.getNewFile().getFile().getPath();
    }

    private Map<String, byte[]> untar(String path) throws IOException {
        byte[] tar = TestServer.join(server.calls()
                        .getFileTAR(GetFileRequest.newBuilder()
                                .setFile(file(HEAD, path))
                                .build()))
                .toByteArray();
        Map<String, byte[]> found = new TreeMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(entry.getName(), in.readAllBytes());
            }
        }
        return found;
    }

    private FileInfo inspect(String path) {
        return server.calls()
                .inspectFile(InspectFileRequest.newBuilder()
                        .setFile(file(HEAD, path))
                        .build());
    }

    private List<String> walk(String path) {
        return paths(server.calls()
                .walkFile(WalkFileRequest.newBuilder().setFile(file(HEAD, path)).build()));
    }

    private List<String> list(String path, long number, boolean reverse, String marker) {
        ListFileRequest.Builder request = ListFileRequest.newBuilder()
                .setFile(file(HEAD, path))
                .setNumber(number)
                .setReverse(reverse);
        if (!marker.isEmpty()) {
            request.setPaginationMarker(file(HEAD, marker));
        }
        return paths(server.calls().listFile(request.build()));
    }
}
