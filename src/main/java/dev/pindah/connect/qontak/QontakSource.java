package dev.pindah.connect.qontak;

import dev.pindah.connect.CallMeter;
import dev.pindah.connect.MediaReader;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.Source;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.AllowedHosts;
import dev.pindah.connect.http.Auth;
import dev.pindah.connect.http.Budget;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.http.MediaClient;
import dev.pindah.connect.http.Tempo;
import dev.pindah.connect.qontak.QontakSettings.Bearer;
import dev.pindah.connect.qontak.QontakSettings.Hmac;
import dev.pindah.connect.qontak.QontakSettings.Password;
import dev.pindah.model.Product;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** A Qontak account as a source. */
public final class QontakSource implements Source {
  private static final Duration THROTTLED = Duration.ofSeconds(5);

  private final QontakSchema schema;
  private final QontakRecords records;
  private final QontakMedia media;
  private final DoubleSupplier rate;

  public QontakSource(QontakSettings settings, Clock clock, Tempo tempo, CallMeter meter) {
    Budget budget = budget(settings, tempo);
    this.rate = () -> settings.callsPerSecond().orElseGet(() -> budget.rate().orElseThrow());
    Auth auth =
        switch (settings.credentials()) {
          case Hmac hmac -> new HmacAuth(hmac, clock);
          case Bearer(String token) -> call -> Map.of("Authorization", "Bearer " + token);
          case Password password ->
              new PasswordAuth(
                  password, account(settings, call -> Map.of(), budget, clock, tempo, meter));
        };
    Auth acting = new ActingUser(auth, settings.actingUser());
    Account account = account(settings, acting, budget, clock, tempo, meter);
    QontakApi api = new QontakApi(account, settings.crmPrefix(), settings.chatPrefix());
    this.records = new QontakRecords(api);
    List<String> hosts = new ArrayList<>(QontakMedia.VENDOR);
    hosts.addAll(settings.mediaHosts());
    AllowedHosts allowed = new AllowedHosts(settings.base(), hosts);
    this.media =
        new QontakMedia(
            settings.base(),
            allowed,
            new MediaClient(Product.QONTAK, allowed, acting, budget, tempo, meter));
    this.schema = new QontakSchema(api, records, clock);
  }

  /** No limit is documented: what nobody set is found out. */
  private static Budget budget(QontakSettings settings, Tempo tempo) {
    OptionalDouble rate = settings.callsPerSecond();
    return rate.isPresent() ? Budget.steady(rate.getAsDouble(), tempo) : Budget.adaptive(tempo);
  }

  private static Account account(
      QontakSettings settings,
      Auth auth,
      Budget budget,
      Clock clock,
      Tempo tempo,
      CallMeter meter) {
    return new Account(
        Product.QONTAK, settings.base(), auth, budget, tempo, meter, clock, THROTTLED);
  }

  /** The acting user is named on every call: some endpoints show only what that user may see. */
  private record ActingUser(Auth auth, String user) implements Auth {
    @Override
    public Map<String, String> headers(Call call) {
      Map<String, String> headers = new HashMap<>(auth.headers(call));
      if (!user.isBlank()) {
        headers.put("X-Crm-User-Sso-Id", user);
      }
      return headers;
    }

    @Override
    public boolean renew(Map<String, String> refused) {
      return auth.renew(refused);
    }
  }

  @Override
  public SchemaReader schema() {
    return schema;
  }

  @Override
  public RecordReader records() {
    return records;
  }

  @Override
  public MediaReader media() {
    return media;
  }

  @Override
  public double callsPerSecond() {
    return rate.getAsDouble();
  }
}
