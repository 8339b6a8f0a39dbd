import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of the named contents, for tests: the least that the format asks for. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const [packed, nameBytes] = [deflateRawSync(content), Buffer.from(name)]
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, nameBytes, packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, end, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const [body, index, tail] = [Buffer.concat(locals), Buffer.concat(central), Buffer.alloc(22)]
  tail.write('PK\x05\x06', 'latin1')
  tail.writeUInt16LE(central.length, 8)
  tail.writeUInt16LE(central.length, 10)
  tail.writeUInt32LE(index.length, 12)
  tail.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, index, tail])
}
