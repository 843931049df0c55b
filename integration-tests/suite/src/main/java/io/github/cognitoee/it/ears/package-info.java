/** The EJB jar of an EAR, and what its WARs add to call it. */
package io.github.cognitoee.it.ears;
