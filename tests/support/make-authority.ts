import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** False on machines without OpenSSL: the tests of seals then skip what needs an authority. */
export const hasOpenssl = spawnSync('openssl', ['ts', '-help']).status === 0;

/** A time-stamping authority on loopback, with the certificates that it signs with. All are invented. */
export interface Authority {
  /** The folder of its certificates: `root.pem`, `tsa.pem`, `other-root.pem` … */
  folder: string;
  /** Its address, without a path. The paths are in `authority-server.mjs`. */
  url: string;
  stop: () => void;
}

const SETTINGS = `
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
[stamp]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[uncritical]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = timeStamping
[purpose]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, emailProtection
[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ca]
default_ca = dates
[dates]
database = index.txt
new_certs_dir = .
serial = ca-serial
default_md = sha256
policy = anything
[anything]
commonName = supplied
`;

/** Makes the certificates with OpenSSL, and starts the server. */
export async function makeAuthority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'papers-authority-'));
  makeCertificates(folder);
  const server = spawn(process.execPath, [resolve('tests/support/authority-server.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  return {
    folder,
    url: `http://127.0.0.1:${port.toString().trim()}`,
    stop: () => {
      server.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

function makeCertificates(folder: string): void {
  const run = (line: string): void => {
    const { status, stderr } = spawnSync('openssl', line.split(' '), { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${line}: ${stderr}`);
  };
  const files = { 'openssl.cnf': SETTINGS, serial: '01\n', 'ca-serial': '1000\n', 'index.txt': '' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const request = 'req -newkey rsa:2048 -nodes -config openssl.cnf';
  for (const root of ['root', 'other-root'])
    run(`${request} -x509 -keyout ${root}.key -out ${root}.pem -subj /CN=Root -days 3650 -extensions root`);
  const sign = (name: string, root: string, extensions: string): void => {
    run(`${request} -keyout ${name}.key -out ${name}.csr -subj /CN=Authority`);
    const from = `-in ${name}.csr -CA ${root}.pem -CAkey ${root}.key -CAcreateserial`;
    run(`x509 -req ${from} -out ${name}.pem -days 365 -extfile openssl.cnf -extensions ${extensions}`);
  };
  sign('tsa', 'root', 'stamp');
  sign('other', 'other-root', 'stamp');
  sign('purpose', 'root', 'purpose');
  sign('uncritical', 'root', 'uncritical');
  run(`${request} -keyout expired.key -out expired.csr -subj /CN=Authority`);
  const dates = '-startdate 20200101000000Z -enddate 20210101000000Z';
  const from = '-in expired.csr -cert root.pem -keyfile root.key -extfile openssl.cnf -extensions stamp';
  run(`ca -batch -notext -config openssl.cnf ${from} -out expired.pem ${dates}`);
}
