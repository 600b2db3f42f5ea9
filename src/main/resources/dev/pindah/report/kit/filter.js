// Hides what does not hold every word that is searched for.
(function () {
  var box = document.getElementById('search');
  var shown = document.getElementById('shown');
  var rows = Array.prototype.slice.call(document.querySelectorAll('[data-row]'));
  if (!box) return;
  function text(row) {
    if (row.found === undefined) {
      row.found = (row.textContent + ' ' + (row.getAttribute('data-row') || '')).toLowerCase();
    }
    return row.found;
  }
  box.addEventListener('input', function () {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row) {
      var fits = words.every(function (word) { return text(row).indexOf(word) >= 0; });
      row.style.display = fits ? '' : 'none';
      if (fits) count++;
    });
    shown.textContent = words.length ? count + ' / ' + rows.length : '';
  });
})();
