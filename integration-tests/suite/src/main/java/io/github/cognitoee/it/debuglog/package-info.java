/** Added to another WAR: tells what the library logs there. */
package io.github.cognitoee.it.debuglog;
