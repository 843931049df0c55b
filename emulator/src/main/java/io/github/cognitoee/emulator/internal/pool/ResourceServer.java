package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.pool.Names.ScopeName;
import java.util.List;
import java.util.stream.Stream;

/** A resource server, in the form in which the service describes it. */
public record ResourceServer(String userPoolId, String identifier, String name, List<Scope> scopes) {

    /** The names under which clients ask for its scopes. */
    Stream<String> scopeNames() {
        return scopes.stream().map(scope -> identifier + "/" + scope.scopeName());
    }

    public record Scope(@ScopeName String scopeName, @Length(min = 1, max = 256) String scopeDescription) {}
}
