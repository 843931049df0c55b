/**
 * Signs the requests of REST clients with the caller's AWS credentials: what {@code @CognitoSigned} stands for. All but {@link
 * io.github.cognitoee.internal.signing.SignatureTerms} needs Jakarta REST, which not every server has.
 */
@NullMarked
package io.github.cognitoee.internal.signing;

import org.jspecify.annotations.NullMarked;
