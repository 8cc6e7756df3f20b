import { X509Certificate } from 'node:crypto';

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Parses the certificates of a PEM file, as their DER bytes. Leaves out blocks that are no certificate. */
export function parseCertificates(pem: string): Uint8Array[] {
  return (pem.match(PEM) ?? []).flatMap((block) => {
    try {
      return [new Uint8Array(new X509Certificate(block).raw)];
    } catch {
      return [];
    }
  });
}
