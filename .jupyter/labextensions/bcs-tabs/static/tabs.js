// An extension of JupyterLab, as its module federation loads one: before the name in a tab stands the folder of the file.
// It is style alone. The label itself must stay the file's name: JupyterLab takes another one as a wish to rename.
(() => {
  const rule = (folder) => `.lm-TabBar-tab[title*="${folder}/"] .lm-TabBar-tabLabel::before { content: "${folder}/"; opacity: 0.7; }`;
  const activate = () => {
    const style = document.createElement("style");
    style.textContent = ["notebooks", "exercises", "solutions"].map(rule).join("\n");
    document.head.append(style);
  };
  const plugin = { id: "bcs-tabs:folder", description: "The folder in the label of a tab.", autoStart: true, activate };
  (window._JUPYTERLAB ??= {})["bcs-tabs"] = { init: () => {}, get: async () => () => plugin };
})();
