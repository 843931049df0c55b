package io.github.cognitoee.examples.demo;

import java.net.URI;

/** What is printed when the example "accounts" is ready. */
record AccountsWalkthrough(URI accounts, URI cognito) {

    private static final String TEXT =
            """

            Accounts ready: @ACCOUNTS@

            Open it in a browser, and sign in:

              alice   Alice-Passw0rd       and that is all
              nora    @TEMPORARY@   has to choose a new one
              eve     Eves-Passw0rd        gets a code by e-mail
              tom     Toms-Passw0rd        has an authenticator app, which knows GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ
              mia     Mias-Passw0rd        chooses between that and a text message

            What Cognito would send, and all else of the local one: @COGNITO@/dev

            Programs sign in too, and get tokens. In another shell, with nothing but curl and sed:

              TOKENS=$(curl -s @ACCOUNTS@api/tokens -H 'Content-Type: application/json' -d '{"username": "alice", "password": "Alice-Passw0rd"}')
              ACCESS=$(echo "$TOKENS" | sed 's/.*"accessToken" *: *"\\([^"]*\\)".*/\\1/')
              curl -sw '\\n' @ACCOUNTS@api/me -H "Authorization: Bearer $ACCESS"

            What is due before, here a code, comes with a state to answer it with; the code is at @COGNITO@/dev:

              curl -sw '\\n' @ACCOUNTS@api/tokens -H 'Content-Type: application/json' -d '{"username": "eve", "password": "Eves-Passw0rd"}'
              curl -sw '\\n' @ACCOUNTS@api/tokens/answer -H 'Content-Type: application/json' -d '{"state": "...", "answer": {"code": "..."}}'

            Ctrl-C stops everything.
            """;

    String text() {
        return TEXT.replace("@ACCOUNTS@", accounts.toString())
                .replace("@COGNITO@", cognito.toString())
                .replace("@TEMPORARY@", LocalPeople.TEMPORARY_PASSWORD);
    }
}
