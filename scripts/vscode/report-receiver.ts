import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { type Report, ReportSchema } from '../../test/host/report.ts';
import { owned } from '../machine/owned.ts';

/** Hears what a suite in an extension host has to say: by HTTP, the one way that every kind of host has. */
export interface ReportReceiver extends AsyncDisposable {
  readonly address: string;
}

export async function receiveReports(hear: (report: Report) => void): Promise<ReportReceiver> {
  const server = createServer(async (request, response) => {
    // The web worker host asks as a page from another origin does.
    response.setHeader('access-control-allow-origin', '*');
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const report =
      request.method === 'POST'
        ? v.safeParse(v.pipe(v.string(), v.parseJson(), ReportSchema), body)
        : undefined;
    response.writeHead(report?.success ? 204 : 400).end();
    if (report?.success) hear(report.output);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return owned({ address: `http://127.0.0.1:${port}/` }, async () => {
    server.close();
    server.closeAllConnections();
  });
}
