// Before the page is drawn: the colours that the person chose, else those of the system.
(function () {
  "use strict";
  var chosen = null;
  try {
    chosen = localStorage.getItem("pindah-theme");
  } catch (closed) {
    chosen = null;
  }
  if (chosen === "dark" || chosen === "light") {
    document.documentElement.dataset.theme = chosen;
  }
})();
