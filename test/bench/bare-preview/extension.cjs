// The least that an extension can do to show what is typed: what it takes is VS Code's own, and a yardstick for ours.
const vscode = require('vscode');

exports.activate = () => vscode.commands.registerCommand('bare-preview.open', open);

function open() {
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel('bare', 'Preview, bare', beside, { enableScripts: true });
  panel.webview.html = `<!DOCTYPE html>
    <pre class="bare">Nothing was typed yet.</pre>
    <script>addEventListener('message', ({ data }) => { document.querySelector('.bare').textContent = data; })</script>`;
  const listener = vscode.workspace.onDidChangeTextDocument(({ document }) =>
    panel.webview.postMessage(document.getText()),
  );
  panel.onDidDispose(() => listener.dispose());
}
