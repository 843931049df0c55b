/**
 * The operations of {@code AWSCognitoIdentityProviderService}: each a record, its request, and a method. Messages in
 * quotes of the service's documentation or recorded answers are kept to the letter.
 */
@NullMarked
package io.github.cognitoee.emulator.internal.idp;

import org.jspecify.annotations.NullMarked;
