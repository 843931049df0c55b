/** A WAR with pages, whose users sign in at managed login; services call it with bearer tokens. */
package io.github.cognitoee.it.pages;
