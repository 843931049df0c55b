/** What is asked of Tomcat alone. */
package io.github.cognitoee.it.tomcat;
