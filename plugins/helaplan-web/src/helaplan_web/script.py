"""The page's only script: it shows the filters and hides what doesn't answer to them."""

SCRIPT = """
(function () {
  "use strict";
  var form = document.getElementById("_filter");
  if (!form) { return; }
  var units = Array.from(document.querySelectorAll("[data-unit]"));
  var sections = Array.from(document.querySelectorAll("section[data-units]"));
  var picks = Array.from(form.querySelectorAll("select"));
  var status = form.querySelector("[data-shown]");
  function answers(unit, pick) {
    return pick.value === "" || (unit.getAttribute("data-f" + pick.name) || "-").split(" ").includes(pick.value);
  }
  function show() {
    var used = picks.filter(function (pick) { return pick.value !== ""; });
    var shown = 0;
    units.forEach(function (unit) {
      unit.hidden = !used.every(function (pick) { return answers(unit, pick); });
      shown += unit.hidden ? 0 : 1;
    });
    sections.forEach(function (each) { each.hidden = !each.querySelector("[data-unit]:not([hidden])"); });
    document.querySelectorAll("nav.contents a").forEach(function (link) {
      var aim = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      link.parentNode.hidden = !!(aim && aim.closest("section[hidden]"));
    });
    status.textContent = used.length
      ? status.dataset.shown.replace("{shown}", shown).replace("{all}", units.length) : "";
  }
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("reset", function () { setTimeout(show); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
})();
"""
