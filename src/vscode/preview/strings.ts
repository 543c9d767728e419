import * as vscode from 'vscode';
import type { Strings } from '../../protocol/messages.ts';

/** The page's texts in the writer's language. */
export function pageStrings(): Strings {
  return {
    looks: {
      label: vscode.l10n.t('How the post is shown'),
      site: vscode.l10n.t('Site'),
      article: vscode.l10n.t('Article'),
      cards: vscode.l10n.t('Cards'),
    },
    papers: {
      label: vscode.l10n.t('Colours'),
      editor: vscode.l10n.t('Editor'),
      light: vscode.l10n.t('Light'),
      dark: vscode.l10n.t('Dark'),
    },
    lock: vscode.l10n.t('Stay with this post'),
    unlock: vscode.l10n.t('Follow the active post'),
    siteBuilt: vscode.l10n.t('{0}, built {1}'),
    siteDressed: vscode.l10n.t('Shown in the page of “{0}” until the next build'),
    siteUnbuilt: vscode.l10n.t(
      'To show the post in the site’s own pages, Copydesk needs a build of the site, and there is none yet. Choose Terminal > New Terminal, type {0} and press Enter. Until then you see the article.',
    ),
    siteLost: {
      'not-built': vscode.l10n.t(
        'Copydesk found no page with a post like this one in {0}, so you see the article. If the site has changed since it was built, build it again.',
      ),
      empty: vscode.l10n.t(
        'This post is empty, so there is no page of the site to show it in. Its front matter, between two lines of ---, names the layout (extends).',
      ),
      'front-matter': vscode.l10n.t(
        'The front matter of this post can’t be read, so its layout isn’t known and you see the article. The Problems panel says what to mend.',
      ),
      'no-layout': vscode.l10n.t(
        'This post names no layout (extends), so the site makes no page of it and you see the article. Add the field to its front matter, as your other posts have it.',
      ),
      'layout-missing': vscode.l10n.t(
        'The layout {0} isn’t there, so the site can’t be built with this post and you see the article. The Problems panel says what to mend.',
      ),
    },
    remoteStyles: vscode.l10n.t(
      'Fonts and styles from other websites are not loaded, so this page may look plainer than the real one.',
    ),
    dismiss: vscode.l10n.t('Dismiss'),
    stale: {
      gone: vscode.l10n.t('{0} is no longer there: it was deleted, moved or renamed.'),
      'no-post': vscode.l10n.t(
        '{0} is no post any more: the front matter between the two lines of --- at its top is gone, or names no layout (extends).',
      ),
    },
    staleText: vscode.l10n.t('You see how it last was.'),
    noTitle: vscode.l10n.t('No title yet'),
    noDate: vscode.l10n.t('No date yet'),
    noBody: vscode.l10n.t('Nothing written yet. What you write below the front matter appears here.'),
    byline: vscode.l10n.t('By {0}'),
    readingTime: vscode.l10n.t('{0} min read'),
    keywords: vscode.l10n.t('Keywords'),
    imageWithoutSource: vscode.l10n.t('This image has no source'),
    imageNotFound: vscode.l10n.t('Image not found'),
    imageElsewhere: vscode.l10n.t('No image lies here. Outside of a site, nobody knows where it will be'),
    imageNotLoaded: vscode.l10n.t('This image could not be loaded'),
    imageRemote: vscode.l10n.t('Image on another website, not loaded'),
    imageComputed: vscode.l10n.t('The build decides which image this is'),
    imageUnfinished: vscode.l10n.t('Image'),
    remoteSetting: vscode.l10n.t('Change the setting'),
    problems: vscode.l10n.t('Problems of this post'),
    embed: vscode.l10n.t('Embedded content, not shown in the preview'),
    remoteNotice: vscode.l10n.t('Images from other websites are not loaded: {0}'),
    showRemoteImages: vscode.l10n.t('Always Load Them'),
    cards: {
      social: vscode.l10n.t('When somebody shares it'),
      search: vscode.l10n.t('In search results'),
      feed: vscode.l10n.t('In a feed reader'),
      titleCut: vscode.l10n.t('Search results cut the title here: {0} of {1} pixels fit.'),
      descriptionCut: vscode.l10n.t('Search results cut the description here: {0} of {1} pixels fit.'),
      imageCut: vscode.l10n.t('Social networks crop the image to 1.91 : 1. {0}% of this one is visible.'),
      imageSmall: vscode.l10n.t(
        'The image is {0} × {1} pixels: social networks show it small. 1200 × 630 is best.',
      ),
      noImage: vscode.l10n.t('No image'),
      missing: vscode.l10n.t('This post has no {0}.'),
      standsIn: vscode.l10n.t('This post has no {0}: something else takes its place.'),
      imageNotPrinted: vscode.l10n.t('The layout of this site names no image for shared posts (og:image).'),
      textNotPrinted: vscode.l10n.t('The layout of this site doesn’t pass this on to other websites.'),
      unreadable: vscode.l10n.t(
        'The front matter of this post has a mistake, so not all of its fields can be read. The cards show what could be made out.',
      ),
      goToMistake: vscode.l10n.t('Go to the Mistake'),
      goToField: vscode.l10n.t('Go to {0}'),
      addField: vscode.l10n.t('Add {0}'),
    },
  };
}
