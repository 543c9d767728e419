import { type Span, span } from '../../../text/span.ts';
import { splitArguments } from './arguments.ts';
import { Blocks } from './blocks.ts';
import { SILENT, TEMPLATES } from './directives.ts';
import { type BladeToken, scanBlade } from './scan.ts';

/** The PHP that Blade makes of a template, without its HTML, and where each piece of it comes from. */
export interface CompiledBlade {
  readonly php: string;
  /** The pieces that were taken over as they stand, in order. */
  readonly pieces: readonly Piece[];
  /** Directives that are none of Blade's own: the site's, or just text. */
  readonly foreign: ReadonlySet<string>;
  /** The first directive that makes no sense to PHP: without its arguments, or left open or closed too often. */
  readonly broken: { readonly error: string; readonly span: Span } | undefined;
}

interface Piece {
  /** Offset in the PHP. */
  readonly at: number;
  readonly length: number;
  /** Offset in the template. */
  readonly source: number;
}

/**
 * Compiles a template as Laravel's Blade does, statement by statement, leaving out what is only text. Functions that
 * start with `__blade` stand for what has no plain PHP. Total.
 */
export function compileBlade(text: string): CompiledBlade {
  const compiler = new Compiler(text);
  for (const token of scanBlade(text)) compiler.add(token);
  return compiler.finish();
}

/** Takes a PHP file over as it stands. */
export function compilePhp(text: string): CompiledBlade {
  const compiler = new Compiler(text);
  for (const token of scanBlade(text)) if (token.kind === 'php') compiler.add(token);
  return compiler.finish();
}

/**
 * Where a place of the compiled PHP stands in the template: of what the compiler put around it, the first piece that
 * is the template's own. Undefined for what the compiler added itself.
 */
export function sourceOf({ pieces }: CompiledBlade, { start, end }: Span): Span | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const before = pieces[low];
  const isWithin = before !== undefined && start >= before.at && start <= before.at + before.length;
  const next = before && before.at > start ? before : pieces[low + 1];
  const piece = isWithin ? before : next && next.at < end ? next : undefined;
  if (!piece) return undefined;
  const from = piece.source + Math.max(0, start - piece.at);
  return span(from, Math.max(from, Math.min(piece.source + end - piece.at, piece.source + piece.length)));
}

class Compiler {
  readonly #text: string;
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #footer: (() => void)[] = [];
  readonly #foreign = new Set<string>();
  readonly #blocks = new Blocks();
  #length = 0;
  #loops = 0;

  constructor(text: string) {
    this.#text = text;
  }

  finish(): CompiledBlade {
    for (const add of this.#footer.toReversed()) add();
    return {
      php: this.#parts.join(''),
      pieces: this.#pieces,
      foreign: this.#foreign,
      broken: this.#blocks.end(),
    };
  }

  add(token: BladeToken): void {
    if (token.kind === 'directive') {
      this.#blocks.add(token.name, token.args !== undefined, token.span);
      this.#directive(token.name, token.args);
    } else if (token.kind === 'echo') this.#echo(token.span, token.raw);
    else if (token.kind === 'php') {
      if (!token.echo) this.#blocks.mix(this.#text.slice(token.span.start, token.span.end));
      this.#around(token.echo ? 'echo ' : '', token.span, '\n;');
    }
  }

  #echo(where: Span, raw: boolean): void {
    let end = where.end;
    while (end > where.start && /\s/.test(this.#text[end - 1] ?? '')) end -= 1;
    if (this.#text[end - 1] === ';') end -= 1;
    this.#around(raw ? 'echo ' : 'echo e(', span(where.start, end), raw ? '\n;' : '\n);');
  }

  #directive(name: string, args: Span | undefined): void {
    if (SILENT.has(name)) return;
    switch (name) {
      case 'extends':
      case 'extendsfirst':
        this.#footer.push(() =>
          this.#around(name === 'extends' ? '__blade_include(' : '__blade_include_first(', args, ');'),
        );
        return;
      case 'foreach':
      case 'forelse':
        this.#foreach(name, args);
        return;
      case 'empty':
        if (args) this.#around('if(empty(', args, ')):;');
        else this.#write(`endforeach; if($__empty_${this.#loops--}):;`);
        return;
      case 'break':
      case 'continue':
        this.#loopControl(name, args);
        return;
      default:
    }
    const template = TEMPLATES.get(name);
    if (template === undefined) {
      this.#foreign.add(name);
      return;
    }
    const [before = '', after] = template.split('%');
    if (after === undefined) this.#write(before);
    else this.#around(before, args, after);
  }

  #foreach(name: string, args: Span | undefined): void {
    if (name === 'forelse') this.#write(`$__empty_${++this.#loops} = true;`);
    this.#around('foreach(', args, '):;');
    this.#write('$loop = __blade_loop();');
    if (name === 'forelse') this.#write(`$__empty_${this.#loops} = false;`);
  }

  #loopControl(name: string, args: Span | undefined): void {
    const first = args && splitArguments(this.#text, args)[0];
    const level = first && /^\d+$/.test(this.#text.slice(first.start, first.end));
    if (!first || level) this.#write(`${name};`);
    else this.#around('if(', first, `) ${name};`);
  }

  #around(before: string, where: Span | undefined, after: string): void {
    this.#write(before);
    if (where) {
      this.#pieces.push({ at: this.#length, length: where.end - where.start, source: where.start });
      this.#write(this.#text.slice(where.start, where.end));
    }
    this.#write(after);
    this.#write('\n');
  }

  #write(php: string): void {
    this.#parts.push(php);
    this.#length += php.length;
  }
}
