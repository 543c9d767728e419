/** The themes of VS Code's own in which pictures are taken. */
export const themes = { light: 'Light 2026', dark: 'Dark 2026' } as const;
export type Brightness = keyof typeof themes;

/** What draws the eye away from Copydesk is left out. */
export const calm = {
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'workbench.layoutControl.enabled': false,
};
