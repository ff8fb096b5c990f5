package dev.assay.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/** Says which route it was reached by. */
public final class Page implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final String region;

  public Page(Map<String, String> environment) {
    this.region = environment.getOrDefault("AWS_REGION", "");
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    if (event.getRawPath().equals("/v1/broken")) {
      throw new IllegalStateException("asked to");
    }
    String text =
        String.join(
            " ",
            region,
            event.getRouteKey(),
            String.valueOf(event.getPathParameters()),
            String.valueOf(event.getQueryStringParameters()));
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(Map.of("Content-Type", "text/plain"))
        .withBody(text)
        .build();
  }
}
