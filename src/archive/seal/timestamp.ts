import { createHash, randomBytes } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  MessageImprint,
  PKIStatus,
  SignedData,
  TSTInfo,
  TimeStampReq,
  TimeStampResp,
} from 'pkijs';

/**
 * Timestamps of RFC 3161: makes questions for time-stamping authorities, and checks their answers. This module loads `pkijs`, so it is a
 * bundle of its own, which only `papers seal` and the check of seals load.
 */

/** A timestamp that a trusted authority has signed. */
export interface Timestamp {
  /** The SHA-256 of the bytes that it is for. */
  sha256: string;
  /** The time that the authority states. */
  time: Date;
  /** The name of the authority, from its certificate. */
  authority: string;
  /** The number that the question had, in hexadecimal. Null if the answer repeats none. */
  nonce: string | null;
}

/** An answer that is no valid timestamp. The message completes a sentence that begins with "the timestamp". */
export class InvalidTimestamp extends Error {}

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const HASHES: Record<string, string> = {
  [SHA_256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.3.14.3.2.26': 'sha1',
};

/** Makes a question for bytes with a SHA-256, with a random number that the answer must repeat. */
export function makeQuery(hash: string): { bytes: Uint8Array; nonce: string } {
  const nonce = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]); // begins with 1, so it is positive and has no zeros before it
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: toArrayBuffer(Buffer.from(hash, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: toArrayBuffer(nonce) }),
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce: nonce.toString('hex') };
}

/** Reads the SHA-256 that an answer states, without a check of its signature. Throws InvalidTimestamp. */
export function readImprint(answer: Uint8Array): string {
  return parseAnswer(answer).hash;
}

/**
 * Checks an answer: an authority of the trusted certificates signed it for the bytes. Its certificate was valid at that time, and is for
 * time-stamping. Throws InvalidTimestamp.
 */
export async function verifyTimestamp(
  answer: Uint8Array,
  data: Uint8Array,
  trusted: readonly Uint8Array[],
): Promise<Timestamp> {
  const { signed, info, hash, nonce } = parseAnswer(answer);
  if (hash !== createHash('sha256').update(data).digest('hex'))
    throw new InvalidTimestamp('is for other bytes');
  const roots = trusted.map((bytes) => Certificate.fromBER(toArrayBuffer(bytes)));
  const certificate = findSigner(signed, roots);
  checkUsage(certificate);
  checkSigningCertificate(signed, certificate);
  checkValidity(certificate, info.genTime);
  await checkSignature({ signed, certificate, roots, data, time: info.genTime });
  return { sha256: hash, time: info.genTime, authority: readName(certificate), nonce };
}

interface Answer {
  signed: SignedData;
  info: TSTInfo;
  hash: string;
  nonce: string | null;
}

function parseAnswer(answer: Uint8Array): Answer {
  const response = attempt('is no answer of a time-stamping authority', () =>
    TimeStampResp.fromBER(toArrayBuffer(answer)),
  );
  const { status, statusStrings } = response.status;
  if (status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods) {
    const reason = (statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join('; ');
    throw new InvalidTimestamp(
      `was refused by the authority${reason === '' ? '' : `: ${cleanText(reason)}`}`,
    );
  }
  const token = response.timeStampToken;
  if (!token) throw new InvalidTimestamp('is missing in the answer');
  return attempt('cannot be read', () => {
    const signed = new SignedData({ schema: token.content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== TST_INFO || !eContent)
      throw new InvalidTimestamp('is no timestamp but another signature');
    const info = TSTInfo.fromBER(eContent.getValue());
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    if (hashAlgorithm.algorithmId !== SHA_256) throw new InvalidTimestamp('is not for a SHA-256');
    if (signed.signerInfos.length !== 1) throw new InvalidTimestamp('needs exactly one signature');
    return {
      signed,
      info,
      hash: Buffer.from(hashedMessage.valueBlock.valueHexView).toString('hex'),
      nonce: info.nonce ? Buffer.from(info.nonce.valueBlock.valueHexView).toString('hex') : null,
    };
  });
}

/** Runs `read`. The libraries throw many kinds of errors for bytes that they cannot read: all mean the same here. */
function attempt<Result>(message: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidTimestamp) throw error;
    throw new InvalidTimestamp(message);
  }
}

/** Finds the certificate that signed, among those of the answer and the trusted ones. */
function findSigner(signed: SignedData, roots: readonly Certificate[]): Certificate {
  const sid: unknown = signed.signerInfos[0]?.sid;
  const included = (signed.certificates ?? []).filter((certificate) => certificate instanceof Certificate);
  const signer = [...included, ...roots].find((certificate) => isIdentifiedBy(certificate, sid));
  if (!signer) throw new InvalidTimestamp('does not contain the certificate of its authority');
  return signer;
}

function isIdentifiedBy({ issuer, serialNumber }: Certificate, sid: unknown): boolean {
  if (typeof sid !== 'object' || sid === null || !('issuer' in sid) || !('serialNumber' in sid)) return false;
  // The library types an identifier as `any`: it has the issuer and the serial number of a certificate.
  const identifier = sid as Pick<Certificate, 'issuer' | 'serialNumber'>;
  return issuer.isEqual(identifier.issuer) && serialNumber.isEqual(identifier.serialNumber);
}

/** RFC 3161, 2.3: the certificate is for time-stamping and nothing else, and says so in a critical extension. */
function checkUsage({ extensions = [] }: Certificate): void {
  const usage = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  // The library types what it parsed as `any`: here it is an extension of purposes.
  const purposes = (usage?.parsedValue as { keyPurposes?: unknown } | undefined)?.keyPurposes;
  const isOnlyForTime = Array.isArray(purposes) && purposes.length === 1 && purposes[0] === TIME_STAMPING;
  if (!usage?.critical || !isOnlyForTime)
    throw new InvalidTimestamp(
      'is signed with a certificate that is not for time-stamping alone (RFC 3161, 2.3)',
    );
}

/** RFC 3161, 2.4.1 and RFC 5816: the signature covers the hash of the certificate, so that no other can be put in its place. */
function checkSigningCertificate(signed: SignedData, certificate: Certificate): void {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const attribute = attributes.find(({ type }) =>
    [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2].includes(type),
  );
  const isNamed = attempt('does not name its certificate', () => {
    const [identifiers] = getParts(attribute?.values[0]);
    const [first] = getParts(identifiers);
    const [algorithmOrHash, second] = getParts(first);
    const algorithm = algorithmOrHash instanceof Sequence ? getParts(algorithmOrHash)[0] : undefined;
    const hash = algorithmOrHash instanceof OctetString ? algorithmOrHash : second;
    const isOld = attribute?.type === SIGNING_CERTIFICATE;
    const id = algorithm instanceof ObjectIdentifier ? algorithm.valueBlock.toString() : SHA_256;
    const name = isOld ? 'sha1' : HASHES[id];
    if (name === undefined || !(hash instanceof OctetString)) return false;
    const bytes = Buffer.from(certificate.toSchema(false).toBER());
    return createHash(name).update(bytes).digest().equals(Buffer.from(hash.valueBlock.valueHexView));
  });
  if (!isNamed) throw new InvalidTimestamp('does not name its certificate');
}

function getParts(value: unknown): unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function checkValidity({ notBefore, notAfter }: Certificate, time: Date): void {
  if (time < notBefore.value || time > notAfter.value)
    throw new InvalidTimestamp(
      `is of a time at which its certificate was not valid (${formatDay(notBefore.value)} to ${formatDay(notAfter.value)})`,
    );
}

interface Signature {
  signed: SignedData;
  certificate: Certificate;
  roots: Certificate[];
  data: Uint8Array;
  time: Date;
}

/** Checks the signature, and the chain of certificates up to a trusted one. A certificate that is trusted itself needs no chain. */
async function checkSignature({ signed, certificate, roots, data, time }: Signature): Promise<void> {
  const der = Buffer.from(certificate.toSchema(false).toBER());
  const isTrusted = roots.some((root) => der.equals(Buffer.from(root.toSchema(false).toBER())));
  signed.certificates ??= [];
  signed.certificates.push(...roots); // for authorities that leave out their certificate, or those above it
  let result;
  try {
    result = await signed.verify({
      signer: 0,
      trustedCerts: roots,
      data: toArrayBuffer(data),
      checkChain: !isTrusted,
      checkDate: time,
      extendedMode: true,
    });
  } catch (error) {
    // The library throws an object that says how far it came.
    const { signerCertificateVerified } = error as { signerCertificateVerified?: boolean };
    throw new InvalidTimestamp(
      signerCertificateVerified === false
        ? 'is signed by an authority that the project does not trust'
        : 'has a signature that is not valid',
    );
  }
  if (!result.signatureVerified) throw new InvalidTimestamp('has a signature that is not valid');
  if (!isTrusted && !result.signerCertificateVerified)
    throw new InvalidTimestamp('is signed by an authority that the project does not trust');
}

const COMMON_NAME = '2.5.4.3';

function readName({ subject }: Certificate): string {
  const name: unknown = subject.typesAndValues.find(({ type }) => type === COMMON_NAME)?.value.valueBlock
    .value;
  return typeof name === 'string' && name !== '' ? cleanText(name) : 'an authority without a name';
}

/** Removes what a terminal could take for a command: the text comes from outside. */
function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200);
}

function formatDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
