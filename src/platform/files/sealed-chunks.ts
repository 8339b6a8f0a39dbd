import { type KeyObject, createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'

/**
 * A file sealed in chunks, so that it can be read and written without being held in memory: the bytes `FPF1`, then for
 * each 64 KiB of plain bytes the ciphertext of AES-256-GCM and its 16-byte tag. The nonce is the number of the chunk
 * and whether it is the last, so that chunks that are left out, moved or cut off at the end do not open. It repeats
 * from file to file, which is safe because every file has a key of its own.
 */
const mark = Buffer.from('FPF1')
const plainLength = 64 * 1024
const tagLength = 16

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

type Piece = { readonly bytes: Buffer; readonly index: number; readonly last: boolean }

/** The same bytes in pieces of one length; only the last may be shorter. No bytes at all are one empty piece. */
async function* inPieces(source: AsyncIterable<Buffer>, length: number): AsyncGenerator<Piece> {
  let held = Buffer.alloc(0)
  let index = 0
  for await (const bytes of source) {
    held = held.length === 0 ? Buffer.from(bytes) : Buffer.concat([held, bytes])
    // The piece that reaches the end is held back until it is known whether more follows.
    let start = 0
    for (; held.length - start > length; start += length) {
      yield { bytes: held.subarray(start, start + length), index: index++, last: false }
    }
    held = held.subarray(start)
  }
  yield { bytes: held, index, last: true }
}

export async function* sealChunks(plain: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const secret = createSecretKey(key)
  yield mark
  for await (const { bytes, index, last } of inPieces(plain, plainLength)) {
    const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(index, last))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Throws at the first chunk that is not as it was sealed; what was given out before it is whole. */
export async function* openChunks(sealed: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const secret = createSecretKey(key)
  for await (const { bytes, index, last } of inPieces(withoutMark(sealed), plainLength + tagLength)) {
    yield openChunk(secret, bytes, nonceOf(index, last))
  }
}

async function* withoutMark(sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const bytes of sealed) {
    if (head === null) {
      yield bytes
      continue
    }
    head = Buffer.concat([head, bytes])
    if (head.length < mark.length) continue
    if (!head.subarray(0, mark.length).equals(mark)) break
    yield head.subarray(mark.length)
    head = null
  }
  if (head !== null) throw new Error('These bytes are no sealed file')
}

function openChunk(key: KeyObject, bytes: Buffer, nonce: Buffer): Buffer {
  const tagStart = bytes.length - tagLength
  if (tagStart < 0) throw new Error('A sealed file was cut off')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAuthTag(bytes.subarray(tagStart))
  return Buffer.concat([decipher.update(bytes.subarray(0, tagStart)), decipher.final()])
}
