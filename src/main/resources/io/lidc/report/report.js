
// Tables sort by the column whose heading is pressed: numbers as numbers, empty cells last.
document.querySelectorAll("table.sortable").forEach(function (table) {
  Array.from(table.tHead.rows[0].cells).forEach(function (heading, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.textContent = "";
    heading.appendChild(button);
    button.addEventListener("click", function () { sort(table, heading, column); });
  });
});

function sort(table, heading, column) {
  var descending = heading.getAttribute("aria-sort") === "ascending";
  var numeric = heading.className === "number";
  var body = table.tBodies[0];
  var rows = Array.from(body.rows).map(function (row) {
    var text = row.cells[column].textContent;
    return { row: row, empty: text === "", key: numeric ? Number(text.replaceAll(",", "")) : text };
  });
  rows.sort(function (one, other) {
    if (one.empty !== other.empty) {
      return one.empty ? 1 : -1;
    }
    var order = numeric ? one.key - other.key : one.key.localeCompare(other.key);
    return descending ? -order : order;
  });
  rows.forEach(function (entry) { body.appendChild(entry.row); });
  Array.from(table.tHead.rows[0].cells).forEach(function (cell) { cell.removeAttribute("aria-sort"); });
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
}
