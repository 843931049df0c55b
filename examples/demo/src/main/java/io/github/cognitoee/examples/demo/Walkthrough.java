package io.github.cognitoee.examples.demo;

import java.net.URI;

/**
 * What is printed when the demo is ready: where to sign in as whom, and lines to copy into a shell that has nothing but
 * {@code curl} and {@code sed}.
 */
record Walkthrough(URI album, URI cognito) {

    private static final String TEXT =
            """

            Demo ready: @ALBUM@

            Open it in a browser. Everybody sees what is published; to have an album, sign in:

              alice   Alice-Passw0rd   group users
              bob     Bob-Passw0rd     group users
              admin   Admin-Passw0rd   groups users and admins

            Or create an account, which is in the group users.

            Codes that Cognito would send, and all else of the local one: @COGNITO@/dev

            The API is for programs too, which send tokens. In another shell, those of one sign-in of alice:

              TOKENS=$(curl -s @COGNITO@/dev/tokens/alice)
              ID=$(echo "$TOKENS" | sed 's/.*"id_token" *: *"\\([^"]*\\)".*/\\1/')
              ACCESS=$(echo "$TOKENS" | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')

            Who am I, with the ID token; with the access token and the ID token beside it; with the access token alone, which is
            signed in but reaches no AWS credentials:

              curl -sw '\\n' @ALBUM@api/me -H "Authorization: Bearer $ID"
              curl -sw '\\n' @ALBUM@api/me -H "Authorization: Bearer $ACCESS" -H "X-Cognito-Id-Token: $ID"
              curl -sw '\\n' @ALBUM@api/me -H "Authorization: Bearer $ACCESS"

            Upload a picture of one pixel, list the pictures with what the table knows about them:

              printf 'GIF89a\\1\\0\\1\\0\\200\\0\\0\\133\\113\\333\\0\\0\\0,\\0\\0\\0\\0\\1\\0\\1\\0\\0\\2\\2D\\1\\0;' |
                curl -sw '\\n' '@ALBUM@api/photos?name=pixel.gif&title=One%20pixel' -H "Authorization: Bearer $ID" -H 'Content-Type: image/gif' --data-binary @-
              curl -sw '\\n' @ALBUM@api/photos -H "Authorization: Bearer $ID"

            Publish it, see it as a guest, who is nobody to the album and has AWS credentials all the same, and withdraw it:

              PHOTO=$(curl -s @ALBUM@api/photos -H "Authorization: Bearer $ID" | sed 's/[^[]*\\[{"[^}]*"id":"\\([^"]*\\)".*/\\1/')
              curl -sw '\\n' -X PUT @ALBUM@api/photos/$PHOTO/publication -H "Authorization: Bearer $ID"
              curl -sw '\\n' @ALBUM@api/gallery
              curl -sw '%{http_code}\\n' -X DELETE @ALBUM@api/photos/$PHOTO/publication -H "Authorization: Bearer $ID"

            What everyone holds, which admins may see (200):

              ADMIN=$(curl -s @COGNITO@/dev/tokens/admin | sed 's/.*"id_token" *: *"\\([^"]*\\)".*/\\1/')
              curl -sw '\\n%{http_code}\\n' @ALBUM@api/admin/stats -H "Authorization: Bearer $ADMIN"

            Refused: without a token (401), and alice where only admins may go (403):

              curl -so /dev/null -w '%{http_code}\\n' @ALBUM@api/photos
              curl -so /dev/null -w '%{http_code}\\n' @ALBUM@api/admin/stats -H "Authorization: Bearer $ID"

            Ctrl-C stops everything.
            """;

    String text() {
        return TEXT.replace("@ALBUM@", album.toString()).replace("@COGNITO@", cognito.toString());
    }
}
