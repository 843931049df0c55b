package io.github.cognitoee.it.witness;

/** By which other applications make their class loaders known. */
public interface GenerationsMBean {

    /** The name by which it is registered. */
    String NAME = "io.github.cognitoee.it:type=Generations";

    void note(String kind, ClassLoader loader);
}
