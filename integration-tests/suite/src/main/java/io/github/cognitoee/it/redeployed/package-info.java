/** A WAR with everything that could stay behind: keys fetched, tokens seen, credentials cached, REST, a Servlet, an EJB. */
package io.github.cognitoee.it.redeployed;
