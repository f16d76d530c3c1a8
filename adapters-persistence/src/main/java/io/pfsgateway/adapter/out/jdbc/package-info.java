/**
 * What the gateway keeps in a relational database: the bookkeeping of multipart uploads, what is set on buckets, and what a file
 * system that keeps bytes alone has no place for, in H2 (a file in the data folder) or in PostgreSQL, which several gateways may
 * share. Locks of branches go with it.
 *
 * <p>The nouns: {@link io.pfsgateway.adapter.out.jdbc.JdbcSettings} says which database, {@link
 * io.pfsgateway.adapter.out.jdbc.JdbcBookkeeping} opens it, brings its schema up to date and hands out the roles that are kept in
 * it. Inside, a {@code JdbcDatabase} runs transactions; a {@code …Table} holds the SQL of one table; {@code JdbcFailures} alone
 * knows what a database's errors mean. Another role that is to be kept here is a migration, a table and its adapter.
 *
 * <p>The traps:
 * <ul>
 *   <li>Both databases run at READ COMMITTED. Every change of an upload locks that upload's row before it looks at anything else,
 *       so that changes of one upload come one after the other, and each statement behind the lock sees what the one before it
 *       committed; nothing is decided over more than one upload. A higher level would only add failures to repeat.
 *   <li>A transaction may be carried out again when the database broke it off, so that its work has no effect but on its handle.
 *   <li>Keys and ids are bytes and are compared as bytes, since a database's collation orders text as it likes; for the same
 *       reason, and because PostgreSQL's text holds no NUL, what comes from clients is never a text column.
 *   <li>A branch's lock is held on a connection of a pool of its own, behind a queue in the process, so that neither many writers
 *       to one branch nor many branches take the connections that a holder needs for its own rows. H2's file is one process's
 *       alone, and its locks are that process's queues.
 *   <li>H2 forces each commit to its file before it answers, which a killed process survives. It is not promised to survive a
 *       power cut.
 * </ul>
 */
@NullMarked
package io.pfsgateway.adapter.out.jdbc;

import org.jspecify.annotations.NullMarked;
