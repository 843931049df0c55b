/**
 * User pools while the emulator runs: their settings, clients, groups and users, and what is under way, such as codes,
 * sessions and grants. State in memory, safe for use by many threads; it knows no protocol but the errors by which it refuses.
 */
@NullMarked
package io.github.cognitoee.emulator.internal.pool;

import org.jspecify.annotations.NullMarked;
