/** Added to another WAR: the data grid of the Payara that it runs on. */
package io.github.cognitoee.it.datagrid;
