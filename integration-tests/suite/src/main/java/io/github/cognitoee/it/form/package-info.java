/** An application whose people sign in at a form. */
package io.github.cognitoee.it.form;
