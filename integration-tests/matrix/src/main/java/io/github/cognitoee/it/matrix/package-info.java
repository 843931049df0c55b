/** The table of what the suite found on each server, made from the reports that its runs left. */
package io.github.cognitoee.it.matrix;
