import * as vscode from 'vscode';
import type { ImageFile } from '../../core/image/image-file.ts';
import { fileName } from '../../core/site/file-index.ts';
import type { SitePath } from '../../core/site/files.ts';
import { lookAtImage } from '../../core/site/look-at-images.ts';
import { Disk } from './disk.ts';

/** What the file of an image says of itself, read as far as those of a site are; undefined when it is gone. */
export function imageFileAt(uri: vscode.Uri): Promise<ImageFile | undefined> {
  return lookAtImage(fileName(uri.path) as SitePath, new Disk(vscode.Uri.joinPath(uri, '..')));
}
