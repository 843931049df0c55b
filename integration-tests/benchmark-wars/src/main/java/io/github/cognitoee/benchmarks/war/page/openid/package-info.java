/** The page for people who signed in by Jakarta Security's own OpenID Connect mechanism. */
package io.github.cognitoee.benchmarks.war.page.openid;
