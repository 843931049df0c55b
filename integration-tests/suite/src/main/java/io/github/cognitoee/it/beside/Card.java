package io.github.cognitoee.it.beside;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As Jackson writes it: other providers know nothing of its annotations. */
public record Card(@JsonProperty("called") String name, @JsonProperty("client") String clientId) {}
