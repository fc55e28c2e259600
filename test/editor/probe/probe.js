/** For the tests: runs what they send inside the editor's extension host, and answers with JSON. */
const vscode = require('vscode');
const { writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { compileFunction } = require('node:vm');

exports.activate = (context) => {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    try {
      const run = compileFunction(`return (async () => {${text}})()`, ['vscode', 'require']);
      response.end(JSON.stringify({ value: (await run(vscode, require)) ?? null }));
    } catch (error) {
      response.end(JSON.stringify({ error: String(error?.stack ?? error) }));
    }
  });
  server.listen(0, '127.0.0.1', () => {
    writeFileSync(process.env.PROBE_FILE, String(server.address().port));
  });
  context.subscriptions.push({ dispose: () => server.close() });
};
