package dev.pindah.connect.qontak;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Auth;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.qontak.QontakSettings.Password;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The legacy password grant: a token that is fetched when needed and once again after a 401. */
final class PasswordAuth implements Auth {
  private static final String REFUSED =
      "qontak POST /oauth/token gave no token; check username and password";

  private static final String AUTHORIZATION = "Authorization";

  private final Password credentials;
  private final Account login;
  private String token = "";

  PasswordAuth(Password credentials, Account login) {
    this.credentials = credentials;
    this.login = login;
  }

  @Override
  public synchronized Map<String, String> headers(Call call) {
    if (token.isEmpty()) {
      token = fetch();
    }
    return Map.of(AUTHORIZATION, bearer());
  }

  private String bearer() {
    return "Bearer " + token;
  }

  /** Calls that were under way together share one new token: a further login might end it. */
  @Override
  public synchronized boolean renew(Map<String, String> refused) {
    if (bearer().equals(refused.get(AUTHORIZATION))) {
      token = "";
    }
    return true;
  }

  private String fetch() {
    String form =
        "grant_type=password&username="
            + encoded(credentials.username())
            + "&password="
            + encoded(credentials.password());
    String fetched = answer(form).path("access_token").asString("");
    if (fetched.isEmpty()) {
      throw new RemoteException(Kind.DENIED, REFUSED);
    }
    return fetched;
  }

  /** A grant that is not given is a 401 at some servers and a 400 at others. */
  private JsonNode answer(String form) {
    try {
      return login.read(
          new Call("POST", "/oauth/token", "/oauth/token", Optional.of(form), true, 1));
    } catch (RemoteException refused) {
      if (refused.kind() == Kind.UNUSABLE) {
        throw new RemoteException(Kind.DENIED, REFUSED, refused);
      }
      throw refused;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
