import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { LineMap } from '../text/line-map.ts';

/** Elements that stand on lines of their own; what stands within a line needs no number. */
const blocks = new Set(
  (
    'address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
    'header hr img li main nav ol p picture pre section summary table td th tr ul video'
  ).split(' '),
);

/**
 * The same HTML, in which each block says in `data-line` on which line it starts.
 * @param lineInFile the line of the file that a line of the HTML is, both from 0
 */
export function annotateHtmlLines(html: string, lineInFile: (line: number) => number): string {
  const lines = new LineMap(html);
  let annotated = '';
  let at = 0;
  const ignore = () => {};
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      if (!blocks.has(html.slice(start, end).toLowerCase())) return;
      const line = lineInFile(lines.positionAt(start).line);
      annotated += `${html.slice(at, end)} data-line="${line}"`;
      at = end;
    },
    onattribname: ignore,
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    oncdata: ignore,
    onclosetag: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onopentagend: ignore,
    onprocessinginstruction: ignore,
    onselfclosingtag: ignore,
    ontext: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return annotated + html.slice(at);
}
