/**
 * A WAR with everything that could stay behind: keys fetched, tokens seen, credentials cached, of callers and of guests, AWS STS
 * asked, people signed in at the form, with a session, REST, a Servlet, an EJB.
 */
package io.github.cognitoee.it.redeployed;
