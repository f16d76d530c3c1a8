package io.pfsgateway.adapter.in.http.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsPattern;
import io.pfsgateway.domain.cors.CorsRule;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachingBucketCorsTest {
    private static final BucketName BUCKET = BucketName.parse("master.repo");
    private static final CorsRules RULES = new CorsRules(List.of(new CorsRule(
            Optional.empty(),
            List.of(new CorsPattern("*")),
            List.of(CorsMethod.GET),
            List.of(),
            List.of(),
            OptionalInt.empty())));

    private final BucketCorsUseCase store = mock();
    private final AtomicLong nanos = new AtomicLong();
    private final CachingBucketCors cors = new CachingBucketCors(store, nanos::get);

    @Test
    void asksOnceForManyRequestsOfABranchWhateverItsName() {
        when(store.rulesForPages(BUCKET)).thenReturn(RULES);

        for (String name : List.of("master.repo", "repo", "0123456789ab4def8123456789abcdef.repo")) {
            assertThat(cors.rulesForPages(BucketName.parse(name))).isEqualTo(RULES);
        }

        verify(store, times(1)).rulesForPages(BUCKET);
    }

    @Test
    void remembersThatThereAreNoneToo() {
        when(store.rulesForPages(BUCKET)).thenReturn(CorsRules.NONE);
        cors.rulesForPages(BUCKET);
        cors.rulesForPages(BUCKET);

        verify(store, times(1)).rulesForPages(BUCKET);
    }

    @Test
    void asksAgainAfterAWhile() {
        when(store.rulesForPages(BUCKET)).thenReturn(CorsRules.NONE, RULES);
        cors.rulesForPages(BUCKET);
        nanos.addAndGet(CachingBucketCors.MEMORY.toNanos());

        assertThat(cors.rulesForPages(BUCKET)).isEqualTo(RULES);
    }

    @Test
    void forgetsWhatIsSetAnewEvenWhereItIsNotKnownWhetherItWas() {
        when(store.rulesForPages(BUCKET)).thenReturn(CorsRules.NONE, RULES, CorsRules.NONE);
        cors.rulesForPages(BUCKET);
        cors.setCorsRules(Caller.UNCHECKED, BUCKET, RULES);
        assertThat(cors.rulesForPages(BUCKET)).isEqualTo(RULES);

        doThrow(FileSystemFailure.unavailable(new IllegalStateException()))
                .when(store)
                .setCorsRules(Caller.UNCHECKED, BUCKET, CorsRules.NONE);
        assertThatThrownBy(() -> cors.setCorsRules(Caller.UNCHECKED, BUCKET, CorsRules.NONE))
                .isInstanceOf(FileSystemFailure.class);
        assertThat(cors.rulesForPages(BUCKET)).isEqualTo(CorsRules.NONE);
    }

    @Test
    void doesNotRememberAFailure() {
        when(store.rulesForPages(BUCKET))
                .thenThrow(FileSystemFailure.unavailable(new IllegalStateException()))
                .thenReturn(RULES);

        assertThatThrownBy(() -> cors.rulesForPages(BUCKET)).isInstanceOf(FileSystemFailure.class);
        assertThat(cors.rulesForPages(BUCKET)).isEqualTo(RULES);
    }
}
