/**
 * A time-stamping authority on loopback, for tests: `openssl ts` behind a small HTTP server. The path chooses how it behaves. Prints its
 * port. `make-authority.ts` makes its folder.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
const inFolder = (name) => join(folder, name);

function openssl(...args) {
  const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${stderr}`);
}

/** Answers a question with a signer's certificate, as `openssl ts` does. */
function reply(query, signer = 'tsa') {
  writeFileSync(inFolder('query.tsq'), query);
  openssl(
    ...['ts', '-reply', '-config', 'openssl.cnf', '-section', 'tsa', '-queryfile', 'query.tsq'],
    ...['-signer', `${signer}.pem`, '-inkey', `${signer}.key`, '-out', 'reply.tsr'],
  );
  return readFileSync(inFolder('reply.tsr'));
}

/** Signs the content of a good answer with a certificate that `openssl ts` refuses. */
function signAnew(query, signer) {
  reply(query);
  openssl('ts', '-reply', '-config', 'openssl.cnf', '-in', 'reply.tsr', '-token_out', '-out', 'token.der');
  openssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-binary', '-out', 'info.der');
  openssl(
    ...['cms', '-sign', '-binary', '-nodetach', '-cades', '-econtent_type', '1.2.840.113549.1.9.16.1.4'],
    ...['-in', 'info.der', '-signer', `${signer}.pem`, '-inkey', `${signer}.key`],
    ...['-outform', 'DER', '-out', 'signed.der'],
  );
  const body = Buffer.concat([Buffer.from('3003020100', 'hex'), readFileSync(inFolder('signed.der'))]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([Buffer.from('3082', 'hex'), length, body]);
}

/** PKIStatusInfo of RFC 3161: a rejection, with the words "no money paid". */
const REFUSAL = Buffer.from('30163014020102300f0c0d6e6f206d6f6e65792070616964', 'hex');

let first = null;
const BEHAVIOURS = {
  '/good': (query) => reply(query),
  '/other': (query) => reply(query, 'other'),
  '/expired': (query) => signAnew(query, 'expired'),
  '/purpose': (query) => signAnew(query, 'purpose'),
  '/uncritical': (query) => signAnew(query, 'uncritical'),
  '/replay': (query) => (first ??= reply(query)),
  '/refused': () => REFUSAL,
  '/garbage': () => Buffer.from('<html>Welcome to the guest network</html>'),
  '/empty': () => Buffer.alloc(0),
};

createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const path = request.url ?? '';
    if (path === '/never') return;
    if (path === '/redirect') response.writeHead(302, { location: '/good' }).end();
    else if (path === '/error') response.writeHead(503).end('busy');
    else if (path === '/endless') sendForever(response);
    else answer(path, Buffer.concat(pieces), response);
  });
}).listen(0, '127.0.0.1', function () {
  process.stdout.write(`${this.address().port}\n`);
});

function answer(path, query, response) {
  try {
    const bytes = BEHAVIOURS[path](query);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

function sendForever(response) {
  response.writeHead(200);
  const send = () => {
    if (!response.destroyed) response.write(Buffer.alloc(20_000), () => setImmediate(send));
  };
  send();
}
