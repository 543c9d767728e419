// The one thing that the core takes of its hosts, which all have it: addresses are read as their `fetch` reads them.
declare class URL {
  static canParse(address: string): boolean;
  constructor(address: string, base?: string);
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
}
