"use strict";
(function () {
  var table = document.querySelector("table.sortable"), body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);

  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) { return ""; }
    var text = cell.getAttribute("data-key") || cell.textContent;
    var number = parseFloat(text);
    return isNaN(number) || !/^-?[\d.]/.test(text) ? text : number;
  }
  function sort(th) {
    var up = th.getAttribute("aria-sort") !== "ascending", column = th.cellIndex;
    Array.prototype.forEach.call(th.parentNode.cells, function (c) { c.removeAttribute("aria-sort"); });
    th.setAttribute("aria-sort", up ? "ascending" : "descending");
    rows.sort(function (a, b) {
      var x = key(a, column), y = key(b, column), order;
      if (typeof x === typeof y) { order = typeof x === "number" ? x - y : x.localeCompare(y, "zh"); } else { order = typeof x === "number" ? -1 : 1; }
      return up ? order : -order;
    });
    rows.forEach(function (r) { body.appendChild(r); });
  }
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (th) {
    th.addEventListener("click", function () { sort(th); });
    th.addEventListener("keydown", function (e) { if (e.key === "Enter") { sort(th); } });
  });
  document.querySelector(".search").addEventListener("input", function (e) {
    var words = e.target.value.trim();
    rows.forEach(function (r) { r.classList.toggle("off", words !== "" && r.textContent.indexOf(words) < 0); });
  });
})();
