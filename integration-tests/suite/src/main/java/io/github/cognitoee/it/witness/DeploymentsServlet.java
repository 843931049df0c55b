package io.github.cognitoee.it.witness;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;

/**
 * Deploys and undeploys on Payara Micro, which takes applications while it runs from code inside of it only. By reflection,
 * since other servers run this WAR without it.
 */
@WebServlet("/deployments")
public class DeploymentsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        File archive = new File(request.getParameter("file"));
        response.getWriter().print(invoke("deploy", File.class, archive));
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        invoke("undeploy", String.class, request.getParameter("name"));
    }

    private static Object invoke(String method, Class<?> type, Object argument) throws ServletException {
        try {
            Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
            Object instance = micro.getMethod("getInstance").invoke(null);
            Object runtime = micro.getMethod("getRuntime").invoke(instance);
            return Class.forName("fish.payara.micro.PayaraMicroRuntime")
                    .getMethod(method, type)
                    .invoke(runtime, argument);
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }
}
