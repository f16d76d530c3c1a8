-- The newest commit that the branch had when a file was announced; null where it had none, and for what was announced before this.
ALTER TABLE announced_files ADD COLUMN behind ${bytes};
