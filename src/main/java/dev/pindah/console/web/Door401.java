package dev.pindah.console.web;

/** What somebody sees who is not in yet: nothing of the migration. */
final class Door401 {
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>Pindah</title>
      <link rel="icon" href="/static/icon.svg"><link rel="stylesheet" href="/static/console.css">
      """;

  static final String PAGE =
      HEAD
          + """
          </head><body class="door"><main>
          <h1>Pindah</h1>
          <p>Open this page with the link that <code>pindah console</code> printed. Each link lets
          one person in, once; whoever is in can invite others under “People”.</p>
          <p lang="id">Buka halaman ini dengan tautan yang dicetak <code>pindah console</code>.
          Setiap tautan hanya berlaku sekali untuk satu orang.</p>
          </main></body></html>
          """;

  /** Goes on by itself: a strict cookie is sent only by a page of our own. */
  static final String WELCOME =
      HEAD
          + """
          <meta http-equiv="refresh" content="0; url=/"></head><body class="door"><main>
          <h1>Pindah</h1><p><a href="/">Go on · Lanjutkan</a></p></main></body></html>
          """;

  private Door401() {}

  /** The token is one of ours, so it is made of letters, digits, dashes and underscores. */
  static String password(String token) {
    return HEAD
        + """
        </head><body class="door"><main><h1>Pindah</h1>
        <form method="post" action="/enter"><input type="hidden" name="token" value="%s">
        <label>Password · Kata sandi
        <input type="password" name="password" required autocomplete="current-password"></label>
        <button>Enter · Masuk</button></form></main></body></html>
        """
            .formatted(token);
  }
}
