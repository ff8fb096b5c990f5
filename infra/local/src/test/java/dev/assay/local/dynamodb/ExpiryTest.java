package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static dev.assay.local.dynamodb.DynamoDbContract.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Expired items go, from their indexes too and free of charge; all others stay. */
final class ExpiryTest {

  /** A clock that moves when told to. */
  private static final class Hand extends Clock {
    private volatile Instant now = Instant.ofEpochSecond(1_800_000_000L);

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void an_item_goes_when_its_second_has_passed() {
    Hand clock = new Hand();
    long now = clock.instant().getEpochSecond();
    try (DynamoDbEndpoint own = DynamoDbEndpoint.inMemory(clock);
        DynamoDbServer server = DynamoDbServer.start(own, 0);
        DynamoDbClient db = Client.to(server.uri())) {
      db.createTable(Client.things("things"));
      // One item is there before expiry is switched on, the others come after.
      put(db, "early", now + 60);
      db.updateTimeToLive(r ->
          r.tableName("things")
              .timeToLiveSpecification(t -> t.attributeName("expires").enabled(true)));
      put(db, "soon", now + 60);
      put(db, "later", now + 3600);
      put(db, "ancient", now - 6L * 365 * 24 * 3600);
      db.putItem(r -> r.tableName("things").item(with("p", "never")));
      Counts before = own.counts();

      assertThat(own.removeExpired()).isZero();
      clock.now = clock.now.plus(Duration.ofSeconds(61));
      own.removeExpired();

      assertThat(own.counts().since(before).writeUnits()).isZero();
      assertThat(db.scan(r -> r.tableName("things")).items())
          .extracting(row -> DynamoDbContract.value(row, "sk").s())
          .containsExactlyInAnyOrder("later", "ancient", "never");
      assertThat(db.scan(r -> r.tableName("things").indexName("by-flag")).count()).isEqualTo(2);
    }
  }

  private static void put(DynamoDbClient db, String sk, long expires) {
    db.putItem(r ->
        r.tableName("things")
            .item(with("p", sk, "flag", s("f"), "expires", n(String.valueOf(expires)))));
  }
}
