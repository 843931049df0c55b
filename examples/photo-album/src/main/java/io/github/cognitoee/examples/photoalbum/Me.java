package io.github.cognitoee.examples.photoalbum;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.SortedSet;

/**
 * Who is calling.
 *
 * @param identityId the caller's identity in the identity pool; null with {@code reason} saying why
 * @param roleArn who the caller is to AWS, as STS answers it; null with {@code reason} saying why
 */
@JsonbNillable
public record Me(String name, SortedSet<String> groups, String identityId, String roleArn, String reason) {}
