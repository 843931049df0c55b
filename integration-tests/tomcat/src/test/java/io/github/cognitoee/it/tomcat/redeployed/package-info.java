/** A WAR of Servlets with what could stay behind: keys, credentials of callers and guests, AWS STS asked, sessions of the form. */
package io.github.cognitoee.it.tomcat.redeployed;
