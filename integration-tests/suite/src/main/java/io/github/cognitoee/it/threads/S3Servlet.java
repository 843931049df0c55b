package io.github.cognitoee.it.threads;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of S3 as an upload needs. It keeps nothing but who signed the requests for each object. */
@WebServlet("/s3/*")
public class S3Servlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ACCESS_KEY = Pattern.compile("^AWS4-HMAC-SHA256 Credential=([^/]+)/");
    private static final Map<String, List<String>> SIGNERS = new ConcurrentHashMap<>();

    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    /** Lets requests for the object be answered, which wait until then. */
    static void open(String key) {
        gate(key).countDown();
    }

    private static CountDownLatch gate(String key) {
        return GATES.computeIfAbsent(key, unseen -> new CountDownLatch(1));
    }

    static Set<String> accessKeys(String key) {
        return signers(key).stream().collect(Collectors.toSet());
    }

    static int requests(String key) {
        return signers(key).size();
    }

    private static List<String> signers(String key) {
        return SIGNERS.computeIfAbsent(key, unseen -> new CopyOnWriteArrayList<>());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher signature = ACCESS_KEY.matcher(String.valueOf(request.getHeader("Authorization")));
        String path = request.getPathInfo();
        String key = path.substring(path.lastIndexOf('/') + 1);
        signers(key).add(signature.find() ? signature.group(1) : "nobody");
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        awaitOpening(key);
        response.setHeader("ETag", "\"0\"");
        if (request.getMethod().equals("POST")) {
            response.setContentType("application/xml");
            response.getWriter().print(document(request.getQueryString()));
        }
    }

    private static void awaitOpening(String key) {
        try {
            if (!gate(key).await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has let requests for " + key + " be answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String document(String query) {
        return query.startsWith("uploads")
                ? "<InitiateMultipartUploadResult><Bucket>photos</Bucket><Key>photo</Key><UploadId>1</UploadId>"
                        + "</InitiateMultipartUploadResult>"
                : "<CompleteMultipartUploadResult><Bucket>photos</Bucket><Key>photo</Key><ETag>0</ETag>"
                        + "</CompleteMultipartUploadResult>";
    }
}
