// Moves and scales the diagram by its viewBox: wheel, drag, two fingers, buttons, keys.
(function () {
  var frame = document.getElementById('viewer');
  if (!frame) return;
  var svg = frame.querySelector('svg');
  var whole = svg.viewBox.baseVal;
  var full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  var view;
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  function show() {
    svg.setAttribute('viewBox', [view.x, view.y, view.w, view.h].join(' '));
  }
  // The whole drawing, from the top of the frame.
  function fit() {
    var box = frame.getBoundingClientRect();
    var unit = Math.max(full.w / box.width, full.h / box.height);
    var w = box.width * unit;
    view = { x: full.x - (w - full.w) / 2, y: full.y, w: w, h: box.height * unit };
    show();
  }
  // One unit of the drawing is one point of the screen, with the beginning in sight.
  function real() {
    var box = frame.getBoundingClientRect();
    var start = svg.querySelector('.start .box');
    var x = start ? start.x.baseVal.value + start.width.baseVal.value / 2 : full.w / 2;
    view = { x: x - box.width / 2, y: full.y, w: box.width, h: box.height };
    show();
  }
  function scale(by, clientX, clientY) {
    var box = frame.getBoundingClientRect();
    var unit = Math.max(view.w / box.width, view.h / box.height);
    var next = Math.min(Math.max(unit * by, 0.15), 60);
    by = next / unit;
    var left = (clientX - box.left - box.width / 2) * unit + view.x + view.w / 2;
    var top = (clientY - box.top - box.height / 2) * unit + view.y + view.h / 2;
    view = {
      x: left - (left - view.x) * by, y: top - (top - view.y) * by,
      w: view.w * by, h: view.h * by
    };
    show();
  }
  function middle(by) {
    var box = frame.getBoundingClientRect();
    scale(by, box.left + box.width / 2, box.top + box.height / 2);
  }
  function move(dx, dy) {
    var box = frame.getBoundingClientRect();
    var unit = Math.max(view.w / box.width, view.h / box.height);
    view.x -= dx * unit;
    view.y -= dy * unit;
    show();
  }
  var fingers = {};
  frame.addEventListener('pointerdown', function (event) {
    fingers[event.pointerId] = event;
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener('pointermove', function (event) {
    var before = fingers[event.pointerId];
    if (!before) return;
    var ids = Object.keys(fingers);
    if (ids.length === 2) {
      var other = fingers[ids[0] === String(event.pointerId) ? ids[1] : ids[0]];
      var was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
      var is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
      if (is > 0) scale(was / is, other.clientX, other.clientY);
    } else {
      move(event.clientX - before.clientX, event.clientY - before.clientY);
    }
    fingers[event.pointerId] = event;
  });
  ['pointerup', 'pointercancel'].forEach(function (name) {
    frame.addEventListener(name, function (event) { delete fingers[event.pointerId]; });
  });
  frame.addEventListener('wheel', function (event) {
    event.preventDefault();
    scale(event.deltaY > 0 ? 1.15 : 1 / 1.15, event.clientX, event.clientY);
  }, { passive: false });
  frame.addEventListener('keydown', function (event) {
    var keys = {
      '+': function () { middle(1 / 1.3); }, '-': function () { middle(1.3); },
      '0': fit, '1': real,
      ArrowLeft: function () { move(80, 0); }, ArrowRight: function () { move(-80, 0); },
      ArrowUp: function () { move(0, 80); }, ArrowDown: function () { move(0, -80); }
    };
    if (keys[event.key]) { keys[event.key](); event.preventDefault(); }
  });
  document.querySelectorAll('.tools button').forEach(function (button) {
    button.addEventListener('click', function () {
      ({ 'in': function () { middle(1 / 1.3); }, 'out': function () { middle(1.3); },
        'fit': fit, 'real': real })[button.value]();
    });
  });
  window.addEventListener('beforeprint', function () {
    view = { x: full.x, y: full.y, w: full.w, h: full.h };
    show();
  });
  window.addEventListener('afterprint', fit);
  fit();
})();
