"use strict";
(function () {
  var all = Array.prototype.slice.call(document.querySelectorAll("[data-finding]"));
  var now = -1;
  all.forEach(function (f, i) { f.querySelector(".number").textContent = number(f) + ". "; f.addEventListener("click", function () { go(i, false); }); });

  function number(f) { return f.getAttribute("data-finding").split("-")[2]; }
  function seen(f) { return f.offsetParent !== null; }
  function marks(id) { return document.querySelectorAll('[data-mark="' + id + '"]'); }

  // go shows the finding and its places on the page.
  function go(i, scroll) {
    if (now >= 0) { toggle(all[now], false); }
    now = i;
    toggle(all[now], true);
    if (scroll) { all[now].scrollIntoView({ block: "nearest" }); all[now].focus({ preventScroll: true }); }
    var first = marks(all[now].getAttribute("data-finding"))[0];
    if (first) { first.scrollIntoView({ block: "center", inline: "nearest" }); }
  }
  function toggle(f, on) {
    f.classList.toggle("now", on);
    Array.prototype.forEach.call(marks(f.getAttribute("data-finding")), function (m) { m.classList.toggle("now", on); });
  }
  function step(by) {
    for (var i = now + by; i >= 0 && i < all.length; i += by) {
      if (seen(all[i])) { go(i, true); return; }
    }
  }

  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.altKey || e.metaKey || /^(INPUT|TEXTAREA)$/.test(e.target.tagName)) { return; }
    if (e.key === "j") { step(1); }
    if (e.key === "k") { step(-1); }
  });
  Array.prototype.forEach.call(document.querySelectorAll("[data-mark]"), function (m) {
    m.addEventListener("click", function () {
      all.forEach(function (f, i) { if (f.getAttribute("data-finding") === m.getAttribute("data-mark")) { go(i, true); } });
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll("[data-filter]"), function (b) {
    b.addEventListener("click", function () {
      var on = b.getAttribute("aria-pressed") !== "true";
      b.setAttribute("aria-pressed", String(on));
      var article = b.closest("article");
      Array.prototype.forEach.call(article.querySelectorAll('[data-group="' + b.getAttribute("data-filter") + '"]'), function (g) { g.classList.toggle("off", !on); });
      Array.prototype.forEach.call(article.querySelectorAll("g." + b.getAttribute("data-filter")), function (g) { g.classList.toggle("off", !on); });
    });
  });
})();
