import { type KeyObject, createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/**
 * AES-256-GCM. Sealed bytes are a 12-byte nonce, the ciphertext, then the 16-byte tag. `context` is authenticated
 * with them, so that bytes moved to another place do not open.
 */
const nonceLength = 12
const tagLength = 16
export const keyLength = 32

export const newKey = (): Buffer => randomBytes(keyLength)

const secrets = new WeakMap<Buffer, KeyObject>()

/** A key as an object, which Node.js takes four times as long to make by itself; once for all that it opens. */
function secretOf(key: Buffer): KeyObject {
  const made = secrets.get(key)
  if (made) return made
  const secret = createSecretKey(key)
  secrets.set(key, secret)
  return secret
}

export function seal(plain: Buffer, key: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the key or the context is not the one it was sealed with, or a byte has changed. */
export function open(sealed: Buffer, key: Buffer, context: string): Buffer {
  const tagStart = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(tagStart))
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength, tagStart)), decipher.final()])
}

/** Where a sealed payload belongs. */
export const payloadContext = (stream: string, version: number, type: string): string =>
  `${stream}\n${version}\n${type}`

/** Where a wrapped stream key belongs. */
export const keyContext = (stream: string): string => `key\n${stream}`
