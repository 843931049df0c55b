/** What the pages of all WARs have in common. */
package io.github.cognitoee.benchmarks.war.page;
