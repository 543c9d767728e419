import type { SitePath } from '../../files.ts';
import { type Known, Unknown } from '../../unknown.ts';
import { type CompiledBlade, compileBlade, compilePhp, sourceOf } from '../blade/compile.ts';
import { type Node, parsePhp } from '../php/ast.ts';
import { engineOf, type ViewLookup } from '../views.ts';
import { type Abstract, BOOL, FALSE, NULL, STRING, TRUE, UNKNOWN } from './abstract-value.ts';
import type { Code, Host, Machine } from './machine.ts';
import { PhpFailure, type PhpObject } from './php-object.ts';
import { FILE_NAME, nameParts, textIfKnown } from './text.ts';

/** Where views come from. */
export interface ViewSource {
  find(name: string): Known<ViewLookup>;
  textOf(path: SitePath): string | undefined;
  /** The directives that the site adds to Blade's own. */
  readonly directives: Known<ReadonlySet<string>>;
}

/** A view ready to run. */
export interface Program {
  readonly code: Code;
  /** Undefined where the parser can't read it, which need not mean that PHP can't. */
  readonly statements: readonly Node[] | undefined;
  readonly broken: CompiledBlade['broken'];
  /** Whether directives of the site's own stand in it, which may do anything. */
  readonly custom: boolean;
}

/** Reads views once and keeps what they compile to. */
export class Programs {
  readonly #views: ViewSource;
  readonly #programs = new Map<SitePath, Program>();
  readonly #found = new Map<string, Known<ViewLookup>>();

  constructor(views: ViewSource) {
    this.#views = views;
  }

  find(name: string): Known<ViewLookup> {
    const known = this.#found.get(name);
    if (known) return known;
    const found = this.#views.find(name);
    this.#found.set(name, found);
    return found;
  }

  /** What becomes of a view's name: two names with one outcome make a page go alike. */
  outcomeOf(name: string): string {
    const found = this.find(name);
    if (found instanceof Unknown) return 'unknown';
    if (found.path === undefined) return 'none';
    return this.of(found.path) ? found.path : 'plain';
  }

  /** The program of a view; undefined for one that runs no PHP. */
  of(path: SitePath): Program | undefined {
    const known = this.#programs.get(path);
    if (known) return known;
    const engine = engineOf(path);
    const text = this.#views.textOf(path);
    if (text === undefined || engine === undefined || engine === 'markdown' || engine === 'raw')
      return undefined;
    const program = this.compile(path, text, engine === 'php');
    this.#programs.set(path, program);
    return program;
  }

  compile(path: SitePath, text: string, plainPhp = false): Program {
    const compiled = plainPhp ? compilePhp(text) : compileBlade(text);
    const { directives } = this.#views;
    return {
      code: { path, locate: (span) => sourceOf(compiled, span) },
      statements: parsePhp(compiled.php, 'eval').statements,
      broken: compiled.broken,
      custom: directives instanceof Unknown || [...compiled.foreign].some((name) => directives.has(name)),
    };
  }
}

/** A view's name, as pieces of text and the post's file name, and what became of it. */
export interface Lookup {
  readonly parts: readonly (string | typeof FILE_NAME)[];
  readonly outcome: string;
}

/** What `@include` and `$__env` do during one page's run. */
export class ViewHost implements Host {
  readonly env: PhpObject;
  readonly #programs: Programs;
  /** Sections that are there, and whether for certain. */
  readonly #sections = new Map<string, boolean>();
  /** The views that were looked for under names that hold the post's file name, and what became of them. */
  readonly lookups: Lookup[] = [];
  readonly looksInto: (field: string) => void;
  readonly readsTexts: boolean;

  readonly #fileName: string;

  /** @param fileName what the post gives for its file name. */
  constructor(programs: Programs, fileName: string, looksInto: (field: string) => void, readsTexts: boolean) {
    this.readsTexts = readsTexts;
    this.#programs = programs;
    this.#fileName = fileName;
    this.looksInto = looksInto;
    this.env = {
      className: 'Illuminate\\View\\Factory',
      text: false,
      call: (method, args, machine) => this.#call(method, args, machine),
    };
  }

  fill(section: string): void {
    this.#sections.set(section, true);
  }

  include(
    name: Abstract,
    data: Abstract | undefined,
    machine: Machine,
    node: Node,
    need: 'always' | 'if-there',
  ): void {
    const found = this.#find(name, machine, need === 'always');
    if (!found || found instanceof Unknown) return;
    if (found.path !== undefined) this.#runWith(found.path, data, machine);
    else if (need === 'always') machine.fail(found.error, node, name);
  }

  includeFirst(names: Abstract, data: Abstract | undefined, machine: Machine, node: Node): void {
    if (names.kind !== 'array' || !names.items) return;
    for (const name of names.items.values()) {
      const found = this.#find(name, machine, false);
      if (!found || found instanceof Unknown) return;
      if (found.path === undefined) continue;
      this.#runWith(found.path, data, machine);
      return;
    }
    machine.fail('None of the views in the given array exist.', node, ...names.items.values());
  }

  /** @param named whether an error would name the view, so that no other post's would be the same. */
  #find(name: Abstract, machine: Machine, named: boolean): Known<ViewLookup> | undefined {
    const parts = named ? undefined : nameParts(name);
    if (!parts) {
      const text = textIfKnown(name, machine);
      return text === undefined ? undefined : this.#programs.find(text);
    }
    const text = parts.map((part) => (part === FILE_NAME ? this.#fileName : part)).join('');
    if (parts.includes(FILE_NAME)) this.lookups.push({ parts, outcome: this.#programs.outcomeOf(text) });
    return this.#programs.find(text);
  }

  #runWith(path: SitePath, data: Abstract | undefined, machine: Machine): void {
    const program = this.#programs.of(path);
    if (!program) return;
    const variables = new Map(machine.frame.variables);
    const known = data === undefined || (data.kind === 'array' && data.items);
    if (data?.kind === 'array') for (const [key, value] of data.items ?? []) variables.set(key, value);
    this.run(program, variables, machine.frame.open || !known, machine);
  }

  /** Runs a view in a frame of its own. */
  run(program: Program, variables: Map<string, Abstract>, open: boolean, machine: Machine): void {
    const action = () => {
      machine.within(program.code, variables, open, () => {
        if (program.broken) {
          throw new PhpFailure(
            program.broken.error,
            { path: program.code.path, span: program.broken.span },
            undefined,
          );
        }
        if (program.statements) machine.run(program.statements);
        return NULL;
      });
    };
    if (program.custom) machine.perhaps(action);
    else action();
  }

  #call(method: string, [first]: readonly Abstract[], machine: Machine): Abstract {
    const name = first && textIfKnown(first, machine);
    if (method === 'yieldContent') return STRING;
    if (name === undefined) return UNKNOWN;
    const there = this.#sections.get(name);
    if (method === 'startSection') {
      this.#sections.set(name, there === true || machine.certain);
      return NULL;
    }
    if (method !== 'hasSection' && method !== 'sectionMissing') return UNKNOWN;
    if (there === false) return BOOL;
    return (there === true) === (method === 'hasSection') ? TRUE : FALSE;
  }
}
