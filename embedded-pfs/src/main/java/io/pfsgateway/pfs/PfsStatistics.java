package io.pfsgateway.pfs;

/**
 * What an engine has done since it was opened. The numbers only grow; they are read one after the other, while others go on.
 *
 * @param commits commits of files that were made
 * @param groups forced writes of the store's log that carried what waited together, commits and other changes
 * @param forcedLogs forced writes of the store's log, for whatever reason
 * @param forcedFiles files with bytes of large contents that were forced to disk
 * @param forcedFolders folders whose names were forced to disk
 */
public record PfsStatistics(long commits, long groups, long forcedLogs, long forcedFiles, long forcedFolders) {}
