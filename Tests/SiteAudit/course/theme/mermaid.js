// Stands where a course puts Mermaid: it draws as Mermaid does, an SVG with styles of its own.
addEventListener("load", () => {
  for (const pre of document.querySelectorAll("pre.mermaid")) {
    pre.innerHTML =
      '<svg role="img" aria-label="Diagram" viewBox="0 0 200 60" width="200" height="60">' +
      "<style>.node { fill: #ddf; stroke: #336; }</style>" +
      '<rect class="node" x="5" y="5" width="190" height="50" rx="8" style="stroke-width: 2px"></rect></svg>';
  }
});
