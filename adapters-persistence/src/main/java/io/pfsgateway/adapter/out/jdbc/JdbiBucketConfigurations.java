package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.adapter.out.jdbc.BucketConfigurationTable.Column;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.tag.Tags;
import java.util.Optional;

/** What is set on buckets, in a database; each call is a transaction. */
final class JdbiBucketConfigurations implements BucketConfigurationStore {
    private final JdbcDatabase database;

    JdbiBucketConfigurations(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public Tags tags(BranchId branch) {
        return BucketConfigurationColumns.toTags(find(branch, Column.TAGS));
    }

    @Override
    public void setTags(BranchId branch, Tags tags) {
        set(branch, Column.TAGS, BucketConfigurationColumns.of(tags));
    }

    @Override
    public CorsRules corsRules(BranchId branch) {
        return BucketConfigurationColumns.toCorsRules(find(branch, Column.CORS_RULES));
    }

    @Override
    public void setCorsRules(BranchId branch, CorsRules rules) {
        set(branch, Column.CORS_RULES, BucketConfigurationColumns.of(rules));
    }

    @Override
    public void clear(BranchId branch) {
        database.inTransaction(handle -> {
            new BucketConfigurationTable(handle).delete(branch);
            return branch;
        });
    }

    private Optional<byte[]> find(BranchId branch, Column column) {
        return database.inTransaction(handle -> new BucketConfigurationTable(handle).find(branch, column));
    }

    private void set(BranchId branch, Column column, Optional<byte[]> document) {
        database.inTransaction(handle -> {
            BucketConfigurationTable table = new BucketConfigurationTable(handle);
            boolean changed = table.update(branch, column, document);
            if (!changed) {
                // Of two that make the row at once the database breaks one off, which then finds it.
                document.ifPresent(bytes -> table.insert(branch, column, bytes));
            }
            return changed;
        });
    }
}
