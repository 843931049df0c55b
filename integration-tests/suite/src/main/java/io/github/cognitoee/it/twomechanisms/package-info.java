/** The WAR that has another authentication mechanism beside ours. */
package io.github.cognitoee.it.twomechanisms;
