package io.github.cognitoee.emulator;

import io.javalin.http.Context;
import java.util.UUID;

/** AWS Query, the protocol of STS: the operation is the form parameter {@code Action}, the answer is XML. */
final class QueryProtocol {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String OPERATION = "GetCallerIdentity";

    private final StsService sts;
    private final RequestCounts counts;

    QueryProtocol(StsService sts, RequestCounts counts) {
        this.sts = sts;
        this.counts = counts;
    }

    void handle(Context context, String action) {
        counts.add(action.equals(OPERATION) ? OPERATION : "other");
        try {
            if (!action.equals(OPERATION)) {
                throw ServiceException.of("InvalidAction", "The emulator does not know the operation " + action);
            }
            answer(context, 200, result(sts.caller(HttpCall.of(context))));
        } catch (ServiceException e) {
            answer(context, e.status(), error(e));
        }
    }

    private static void answer(Context context, int status, String xml) {
        String requestId = UUID.randomUUID().toString();
        context.header("x-amzn-requestid", requestId);
        context.status(status).contentType("text/xml").result(xml.formatted(requestId));
    }

    private static String result(StsService.Caller caller) {
        return """
                <GetCallerIdentityResponse xmlns="%s">
                  <GetCallerIdentityResult>
                    <Arn>%s</Arn>
                    <UserId>%s</UserId>
                    <Account>%s</Account>
                  </GetCallerIdentityResult>
                  <ResponseMetadata><RequestId>%%s</RequestId></ResponseMetadata>
                </GetCallerIdentityResponse>
                """
                .formatted(NAMESPACE, escaped(caller.arn()), escaped(caller.userId()), caller.account());
    }

    private static String error(ServiceException refusal) {
        return """
                <ErrorResponse xmlns="%s">
                  <Error>
                    <Type>Sender</Type>
                    <Code>%s</Code>
                    <Message>%s</Message>
                  </Error>
                  <RequestId>%%s</RequestId>
                </ErrorResponse>
                """
                .formatted(NAMESPACE, refusal.type(), escaped(refusal.text()));
    }

    /** Escapes for XML, and the percent sign for the formatting of the request id. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("%", "%%")
                .replaceAll("[^\\x20-\\x7e]", "?");
    }
}
