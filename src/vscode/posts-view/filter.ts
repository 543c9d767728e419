import * as vscode from 'vscode';
import { Pace } from '../pace.ts';

/** How often the view follows while one types, in milliseconds. */
const INTERVAL = 150;

/** Asks which posts to show, and shows them while one types. Escape brings back what was shown before. */
export function askForFilter(before: string, show: (filter: string) => void): void {
  const input = vscode.window.createInputBox();
  const pace = new Pace(() => show(input.value.trim()), INTERVAL);
  let isAccepted = false;
  input.title = vscode.l10n.t('Filter Posts');
  input.placeholder = vscode.l10n.t('Words in the title, the path or the keywords');
  input.value = before;
  input.onDidChangeValue(() => pace.ask());
  input.onDidAccept(() => {
    isAccepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    pace.dispose();
    show(isAccepted ? input.value.trim() : before);
    input.dispose();
  });
  input.show();
}
