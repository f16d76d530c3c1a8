package io.pfsgateway.adapter.in.http.form;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Takes what a parser finds in a form: fields are collected, up to a limit, and the pieces of the file queued. */
final class PartCollector implements MultiPart.Parser.Listener {
    private static final int MAX_FIELD_BYTES = 64 * 1024;
    private static final int MAX_BEFORE_FILE_BYTES = 1 << 20;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private final Deque<ByteBuffer> content = new ArrayDeque<>();
    private PartName name = PartName.NONE;
    private String fileName = "";
    private int beforeFileBytes;
    private boolean fileBegan;
    private boolean fileEnded;
    private boolean ended;
    private boolean failed;
    private @Nullable S3Refusal refusal;

    @Override
    public void onPartBegin() {
        name = PartName.NONE;
        value.reset();
    }

    @Override
    public void onPartHeader(String header, String text) {
        if (header.equalsIgnoreCase("content-disposition")) {
            name = PartName.of(text);
        }
    }

    @Override
    public void onPartHeaders() {
        if (!name.isFile()) {
            return;
        }
        if (fileBegan) {
            refuse(S3Error.invalidArgument("file", "2", "POST requires exactly one file upload per request."));
        }
        fileBegan = true;
        fileName = name.baseName();
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        // The parser would go on after whatever is thrown here, with a piece of the file missing.
        boolean wasFailed = failed;
        failed = true;
        ByteBuffer bytes = chunk.getByteBuffer();
        if (name.isFile() && !fileEnded) {
            content.add(bytes.slice());
        } else if (!fileBegan) {
            collect(bytes);
        }
        failed = wasFailed;
    }

    private void collect(ByteBuffer bytes) {
        if (value.size() + bytes.remaining() > MAX_FIELD_BYTES) {
            refuseLength();
            return;
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.slice().get(copy);
        value.writeBytes(copy);
    }

    @Override
    public void onPartEnd() {
        if (name.isFile()) {
            fileEnded = true;
        } else if (!fileBegan) {
            String text = value.toString(StandardCharsets.ISO_8859_1);
            if (name.field().isEmpty()) {
                failed = true;
            } else if (fields.put(name.field(), text) != null) {
                refuse(S3Error.invalidArgument(name.field(), "", "This field came more than once."));
            }
        }
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        failed = true;
    }

    /** Counts what comes before the file, of which little is known yet; what is between the fields too. */
    void countBeforeFile(int bytes) {
        beforeFileBytes += bytes;
        if (beforeFileBytes > MAX_BEFORE_FILE_BYTES) {
            refuseLength();
        }
    }

    private void refuseLength() {
        refuse(S3Error.of(
                S3ErrorCode.MAX_POST_PRE_DATA_LENGTH_EXCEEDED,
                "Your POST request fields preceding the upload file were too large."));
    }

    private void refuse(S3Error error) {
        if (refusal == null) {
            refusal = error.refusal();
        }
    }

    FormFields fields() {
        return new FormFields(fields, fileName);
    }

    /** The pieces of the file that nobody has read yet. */
    Deque<ByteBuffer> content() {
        return content;
    }

    boolean fileBegan() {
        return fileBegan;
    }

    boolean fileEnded() {
        return fileEnded;
    }

    boolean ended() {
        return ended;
    }

    boolean failed() {
        return failed;
    }

    @Nullable
    S3Refusal refusal() {
        return refusal;
    }
}
