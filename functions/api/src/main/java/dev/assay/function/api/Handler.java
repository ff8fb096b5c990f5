package dev.assay.function.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.assay.aws.FunctionBeans;
import java.util.Map;

/** Answers HTTP requests; who may ask is API Gateway's business (IAM, see template.yaml). */
public final class Handler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final FunctionBeans beans;

  /** As Lambda makes it. */
  public Handler() {
    this(System.getenv());
  }

  /** For an environment other than the process's own. */
  public Handler(Map<String, String> environment) {
    beans = FunctionBeans.start("api", environment, Routes.class);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    Reply reply =
        beans
            .get(Routes.class)
            .answer(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                query == null ? Map.of() : query);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(reply.status())
        .withHeaders(Map.of("content-type", reply.contentType()))
        .withBody(reply.body())
        .build();
  }
}
