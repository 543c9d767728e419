import * as vscode from 'vscode';
import type { Strings } from '../../protocol/messages.ts';

/** The page's texts in the writer's language. */
export function pageStrings(): Strings {
  return {
    noTitle: vscode.l10n.t('No title yet'),
    noDate: vscode.l10n.t('No date yet'),
    noBody: vscode.l10n.t('Nothing written yet.'),
    byline: vscode.l10n.t('By {0}'),
    readingTime: vscode.l10n.t('{0} min read'),
    keywords: vscode.l10n.t('Keywords'),
    imageWithoutSource: vscode.l10n.t('This image has no source'),
    imageNotFound: vscode.l10n.t('Image not found'),
    imageNotLoaded: vscode.l10n.t('This image could not be loaded'),
    imageRemote: vscode.l10n.t('Image on another website'),
    imageComputed: vscode.l10n.t('The build decides which image this is'),
    embed: vscode.l10n.t('Embedded content, not shown in the preview'),
    remoteNotice: vscode.l10n.t('Images from other websites are not loaded: {0}'),
    showRemoteImages: vscode.l10n.t('Always Load Them'),
  };
}
