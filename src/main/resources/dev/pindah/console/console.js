// The console's own behaviour. Everything works without it, only slower; the mapping screen needs it
// for the keyboard.
(function () {
  "use strict";

  var csrf = document.querySelector('meta[name="csrf"]').content;

  function toast(text) {
    var box = document.getElementById("toast");
    box.textContent = text;
    box.hidden = false;
    clearTimeout(toast.timer);
    toast.timer = setTimeout(function () {
      box.hidden = true;
    }, 8000);
  }

  document.body.addEventListener("htmx:configRequest", function (event) {
    event.detail.headers["X-Pindah-Csrf"] = csrf;
  });
  document.body.addEventListener("htmx:responseError", function (event) {
    toast(event.detail.xhr.responseText.slice(0, 500) || document.body.dataset.failed);
  });
  document.body.addEventListener("htmx:sendError", function () {
    toast(document.body.dataset.failed);
  });

  // Light and dark.
  document.getElementById("theme").addEventListener("click", function () {
    var root = document.documentElement;
    var dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("pindah-theme", root.dataset.theme);
    } catch (closed) {
      // not kept, but it holds for this page
    }
  });

  // Copy.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (button && navigator.clipboard) {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.classList.add("copied");
        setTimeout(function () {
          button.classList.remove("copied");
        }, 1500);
      });
    }
  });

  // A form is sent once.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "post" && form.getAttribute("action") && !event.defaultPrevented) {
      setTimeout(function () {
        form.querySelectorAll("button").forEach(function (button) {
          button.disabled = true;
        });
      }, 0);
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      location.reload();
    }
  });

  // What goes on now.
  var live = document.getElementById("live");
  if (live && window.EventSource) {
    // A tab that nobody sees listens to nothing: browsers allow few connections at a time.
    var source = null;
    var listen = function () {
      if (source || document.hidden) {
        return;
      }
      source = new EventSource("/live");
      source.addEventListener("now", function (event) {
        var held = live.contains(document.activeElement);
        live.innerHTML = event.data; // rendered and escaped by the server
        if (held && live.querySelector("button")) {
          live.querySelector("button").focus();
        }
      });
      source.addEventListener("ended", function () {
        var writing = /^(INPUT|TEXTAREA|SELECT)$/.test((document.activeElement || {}).tagName);
        if (!writing && document.body.dataset.page !== "mapping") {
          location.reload();
        }
      });
    };
    var deaf = function () {
      if (source) {
        source.close();
        source = null;
      }
    };
    document.addEventListener("visibilitychange", function () {
      (document.hidden ? deaf : listen)();
    });
    window.addEventListener("beforeunload", deaf);
    listen();
  }

  // On a telephone the menu is a strip: show where we are.
  var here = document.querySelector("nav.pages [aria-current]");
  var strip = document.querySelector("nav.pages");
  if (here && strip.scrollWidth > strip.clientWidth) {
    strip.scrollLeft = here.offsetLeft - 40;
  }

  pan();
  if (document.getElementById("rows")) {
    desk();
  }

  // Pictures that are larger than the page.
  function pan() {
    var canvas = document.getElementById("canvas");
    if (!canvas) {
      return;
    }
    var image = canvas.querySelector("img");
    var state = { x: 0, y: 0, scale: 1 };
    var drag = null;
    function draw() {
      image.style.transform =
        "translate(" + state.x + "px," + state.y + "px) scale(" + state.scale + ")";
    }
    function zoom(factor) {
      state.scale = Math.min(12, Math.max(0.1, state.scale * factor));
      draw();
    }
    canvas.addEventListener("wheel", function (event) {
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
    });
    canvas.addEventListener("pointerdown", function (event) {
      drag = { x: event.clientX - state.x, y: event.clientY - state.y };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", function (event) {
      if (drag) {
        state.x = event.clientX - drag.x;
        state.y = event.clientY - drag.y;
        draw();
      }
    });
    canvas.addEventListener("pointerup", function () {
      drag = null;
    });
    var moves = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
    canvas.addEventListener("keydown", function (event) {
      if (moves[event.key]) {
        state.x += moves[event.key][0];
        state.y += moves[event.key][1];
        draw();
        event.preventDefault();
      } else if (event.key === "+" || event.key === "-") {
        zoom(event.key === "+" ? 1.25 : 0.8);
      }
    });
    document.querySelectorAll("[data-zoom]").forEach(function (button) {
      button.addEventListener("click", function () {
        if (button.dataset.zoom === "fit") {
          state = { x: 0, y: 0, scale: 1 };
          draw();
        } else {
          zoom(button.dataset.zoom === "in" ? 1.25 : 0.8);
        }
      });
    });
  }

  // The mapping screen.
  function desk() {
    var body = document.getElementById("rows");
    var detail = document.getElementById("detail");
    var search = document.getElementById("search");
    var object = document.getElementById("object");
    var filter = "";
    var current = null;

    function rows() {
      return Array.prototype.filter.call(body.children, function (row) {
        return !row.hidden;
      });
    }

    function sift() {
      var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      var any = false;
      Array.prototype.forEach.call(body.children, function (row) {
        var fits =
          (!object.value || row.dataset.object === object.value) &&
          (!filter || row.dataset.decision === filter) &&
          words.every(function (word) {
            return row.dataset.text.indexOf(word) >= 0;
          });
        row.hidden = !fits;
        any = any || fits;
      });
      document.getElementById("nothing").hidden = any;
    }

    function choose(row, quiet) {
      if (!row) {
        return;
      }
      if (current) {
        current.tabIndex = -1;
        current.removeAttribute("aria-selected");
      }
      current = row;
      row.tabIndex = 0;
      row.setAttribute("aria-selected", "true");
      if (!quiet) {
        row.focus({ preventScroll: true });
        row.scrollIntoView({ block: "nearest" });
      }
    }

    function show() {
      if (current) {
        htmx.ajax("GET", "/mapping/field", {
          target: detail,
          swap: "innerHTML",
          values: { object: current.dataset.object, field: current.dataset.field },
        });
      }
    }

    function decide(word) {
      if (!current) {
        return;
      }
      var began = performance.now();
      var id = current.id;
      htmx
        .ajax("POST", "/mapping/set", {
          target: current,
          swap: "outerHTML",
          values: {
            object: current.dataset.object,
            field: current.dataset.field,
            decision: word,
          },
        })
        .then(function () {
          body.dataset.took = String(Math.round(performance.now() - began));
          again(id);
        });
    }

    // The row was replaced: stand on the new one.
    function again(id) {
      var row = document.getElementById(id);
      if (row && row !== current) {
        current = null;
        choose(row, !body.contains(document.activeElement) && document.activeElement !== document.body);
      }
      if (detail.dataset.open === id) {
        show();
      }
    }

    function step(by) {
      var list = rows();
      var at = list.indexOf(current);
      choose(list[Math.min(list.length - 1, Math.max(0, at + by))]);
      if (detail.dataset.open) {
        open();
      }
    }

    function open() {
      detail.dataset.open = current ? current.id : "";
      show();
    }

    function next() {
      var list = rows();
      var at = list.indexOf(current);
      var ordered = list.slice(at + 1).concat(list.slice(0, at + 1));
      choose(
        ordered.find(function (row) {
          return row.dataset.decision === "review";
        }) || current
      );
    }

    search.addEventListener("input", sift);
    object.addEventListener("change", sift);
    document.querySelectorAll(".filter").forEach(function (button) {
      button.addEventListener("click", function () {
        filter = button.dataset.filter;
        document.querySelectorAll(".filter").forEach(function (other) {
          other.setAttribute("aria-pressed", String(other === button));
        });
        sift();
      });
    });
    body.addEventListener("click", function (event) {
      choose(event.target.closest("tr"));
      open();
    });
    body.addEventListener("focusin", function (event) {
      var row = event.target.closest("tr");
      if (row && row !== current) {
        choose(row, true);
      }
    });
    detail.addEventListener("click", function (event) {
      var button = event.target.closest("[data-decide]");
      if (button) {
        decide(button.dataset.decide);
      }
    });
    detail.addEventListener("submit", function (event) {
      event.preventDefault();
      if (event.target.classList.contains("choose")) {
        var target = document.getElementById("choose").value.trim();
        if (target) {
          decide(target);
        }
        return;
      }
      var values = {
        object: current.dataset.object,
        field: current.dataset.field,
        from: [],
        to: [],
      };
      event.target.querySelectorAll("input[name=from]").forEach(function (input) {
        values.from.push(input.value);
      });
      event.target.querySelectorAll("input[name=to]").forEach(function (input) {
        values.to.push(input.value);
      });
      var id = current.id;
      htmx
        .ajax("POST", "/mapping/values", { target: current, swap: "outerHTML", values: values })
        .then(function () {
          again(id);
        });
    });
    document.getElementById("undo").addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopPropagation();
      undo();
    });
    function undo() {
      var began = performance.now();
      var id = current ? current.id : "";
      htmx
        .ajax("POST", "/mapping/undo", { target: current || body.lastElementChild, swap: "outerHTML" })
        .then(function () {
          body.dataset.took = String(Math.round(performance.now() - began));
          again(id);
        });
    }

    document.body.addEventListener("mapping-counts", function (event) {
      var counts = event.detail;
      document.querySelectorAll("[data-count]").forEach(function (number) {
        number.textContent = counts[number.dataset.count];
      });
      document.getElementById("hash").value = counts.hash;
      document.getElementById("confirm-button").disabled = counts.confirmed || counts.review > 0;
      var badge = document.getElementById("confirmed");
      badge.textContent = counts.confirmed ? badge.dataset.yes : badge.dataset.no;
      badge.className = "badge " + (counts.confirmed ? "done" : "waiting");
      body.dataset.version = counts.hash;
    });

    var keys = {
      ArrowDown: function () {
        step(1);
      },
      ArrowUp: function () {
        step(-1);
      },
      j: function () {
        step(1);
      },
      k: function () {
        step(-1);
      },
      PageDown: function () {
        step(10);
      },
      PageUp: function () {
        step(-10);
      },
      n: next,
      a: function () {
        decide("accept");
      },
      c: function () {
        decide("create");
      },
      d: function () {
        decide("document");
      },
      x: function () {
        decide("drop");
      },
      u: undo,
      Enter: open,
      t: function () {
        open();
        document.body.addEventListener(
          "htmx:afterSettle",
          function () {
            var input = document.getElementById("choose");
            if (input) {
              input.focus();
              input.select();
            }
          },
          { once: true }
        );
      },
    };
    document.addEventListener("keydown", function (event) {
      var tag = event.target.tagName;
      var writing = /^(INPUT|TEXTAREA|SELECT)$/.test(tag);
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === "Escape" && writing) {
        choose(current && !current.hidden ? current : rows()[0]);
        event.preventDefault();
        return;
      }
      if (event.key === "Enter" && event.target === search) {
        choose(rows()[0]);
        event.preventDefault();
        return;
      }
      if (writing || (event.key === "Enter" && /^(BUTTON|A|SUMMARY)$/.test(tag))) {
        return;
      }
      if (event.key === "/") {
        search.focus();
        search.select();
        event.preventDefault();
        return;
      }
      if (keys[event.key]) {
        event.preventDefault();
        keys[event.key]();
      }
    });
    choose(
      rows().find(function (row) {
        return row.dataset.decision === "review";
      }) || rows()[0],
      true
    );
  }
})();
