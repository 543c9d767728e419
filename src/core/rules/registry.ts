import { addressBreaksBuild } from './address/breaks-build.ts';
import { collision } from './address/collision.ts';
import { permalinkWithoutExtension } from './address/no-extension.ts';
import { unusedSuppression } from './copydesk/unused-suppression.ts';
import { farFuture } from './date/far-future.ts';
import { noSuchDay } from './date/no-such-day.ts';
import { notATimestamp } from './date/not-a-timestamp.ts';
import { notInSeconds } from './date/not-in-seconds.ts';
import { descriptionTooLong } from './description/too-long.ts';
import { fileBreaksBuild } from './file/breaks-build.ts';
import { copiedRaw } from './file/copied-raw.ts';
import { notBuilt } from './file/not-built.ts';
import { bodyStartsWithDashes } from './front-matter/body-starts-with-dashes.ts';
import { breaksBuild } from './front-matter/breaks-build.ts';
import { closedEarly } from './front-matter/closed-early.ts';
import { cutByComment } from './front-matter/cut-by-comment.ts';
import { fieldValue } from './front-matter/field-value.ts';
import { missingField } from './front-matter/missing-field.ts';
import { misspeltField } from './front-matter/misspelt-field.ts';
import { notAMap } from './front-matter/not-a-map.ts';
import { notSeen } from './front-matter/not-seen.ts';
import { notText } from './front-matter/not-text.ts';
import { syntax } from './front-matter/syntax.ts';
import { trailingNewline } from './front-matter/trailing-newline.ts';
import { unclosed } from './front-matter/unclosed.ts';
import { brokenFile } from './image/broken-file.ts';
import { insecure } from './image/insecure.ts';
import { noAlt } from './image/no-alt.ts';
import { noSource } from './image/no-source.ts';
import { imageNotFound } from './image/not-found.ts';
import { notPublished } from './image/not-published.ts';
import { relativePath } from './image/relative-path.ts';
import { remoteNotAnImage } from './image/remote-not-an-image.ts';
import { remoteImageNotFound } from './image/remote-not-found.ts';
import { imageSpaceInAddress } from './image/space-in-address.ts';
import { tooLarge } from './image/too-large.ts';
import { wrongCase } from './image/wrong-case.ts';
import { notAName } from './keywords/not-a-name.ts';
import { otherForm } from './keywords/other-form.ts';
import { repeatedKeyword } from './keywords/repeated.ts';
import { layoutBreaksBuild } from './layout/breaks-build.ts';
import { circularLayout } from './layout/circular.ts';
import { missingLayout } from './layout/missing.ts';
import { layoutNotFound } from './layout/not-found.ts';
import { overwrittenLayout } from './layout/overwritten.ts';
import { noAddress } from './link/no-address.ts';
import { noHeading } from './link/no-heading.ts';
import { linkNotFound } from './link/not-found.ts';
import { remoteLinkNotFound } from './link/remote-not-found.ts';
import { linkSpaceInAddress } from './link/space-in-address.ts';
import { linkWrongCase } from './link/wrong-case.ts';
import { siteRules } from './lint-site.ts';
import { noPage } from './names/no-page.ts';
import { draftIsPublished } from './post/draft-is-published.ts';
import { filteredOut } from './post/filtered-out.ts';
import { flagDoesNothing } from './post/flag-does-nothing.ts';
import type { Rule } from './rule.ts';
import { overriddenSection } from './section/overridden.ts';
import { replacesLayout } from './section/replaces-layout.ts';
import { unknownSection } from './section/unknown.ts';
import { atSign } from './template/at-sign.ts';
import { templateBreaksBuild } from './template/breaks-build.ts';
import { missingComponent } from './template/component.ts';
import { linkDirective } from './template/link-directive.ts';
import { phpTag } from './template/php-tag.ts';
import { notUtf8 } from './text/not-utf8.ts';
import { titleTooLong } from './title/too-long.ts';

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  notSeen,
  unclosed,
  closedEarly,
  bodyStartsWithDashes,
  notAMap,
  syntax,
  missingField,
  misspeltField,
  fieldValue,
  breaksBuild,
  cutByComment,
  notText,
  trailingNewline,
  notATimestamp,
  notInSeconds,
  noSuchDay,
  farFuture,
  notAName,
  repeatedKeyword,
  otherForm,
  titleTooLong,
  descriptionTooLong,
  fileBreaksBuild,
  notBuilt,
  copiedRaw,
  missingLayout,
  layoutNotFound,
  circularLayout,
  layoutBreaksBuild,
  overwrittenLayout,
  unknownSection,
  replacesLayout,
  overriddenSection,
  addressBreaksBuild,
  collision,
  permalinkWithoutExtension,
  templateBreaksBuild,
  phpTag,
  missingComponent,
  linkDirective,
  atSign,
  filteredOut,
  flagDoesNothing,
  draftIsPublished,
  noPage,
  imageNotFound,
  imageSpaceInAddress,
  wrongCase,
  relativePath,
  notPublished,
  noSource,
  noAlt,
  brokenFile,
  tooLarge,
  insecure,
  linkNotFound,
  noAddress,
  linkSpaceInAddress,
  linkWrongCase,
  noHeading,
  remoteImageNotFound,
  remoteNotAnImage,
  remoteLinkNotFound,
  notUtf8,
  unusedSuppression,
];

/** The rules' names, which `copydesk.json` and suppressions may use. */
export const ruleIds: readonly string[] = [
  ...rules.map(({ meta }) => meta.id),
  ...siteRules.map(({ id }) => id),
];
