/** IAM's policy language as far as the emulator knows it, and its evaluation. Knows nobody. */
@NullMarked
package io.github.cognitoee.emulator.internal.iam;

import org.jspecify.annotations.NullMarked;
