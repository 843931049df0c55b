package io.github.cognitoee.emulator;

import io.javalin.config.RoutesConfig;

/** Paths of the emulator that belong together. */
interface RouteGroup {

    void addTo(RoutesConfig routes);
}
