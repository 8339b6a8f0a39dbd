const kilobyte = 1024
const units = ['bytes', 'KB', 'MB', 'GB'] as const

/** "1 KB", "3.4 MB": in powers of 1,024, rounded up so that no file is shown as nothing. */
export function sizeWords(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= kilobyte && unit < units.length - 1) {
    size /= kilobyte
    unit += 1
  }
  const shown = unit < 2 ? Math.ceil(size) : Math.ceil(size * 10) / 10
  return `${shown.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : units[unit]}`
}

const unsafe = /[^\w.()-]+/g
const longestName = 200

/** The last part of what a browser calls a file, as a name of ours: no folders, no control characters, not too long. */
export function fileName(sent: string): string {
  const last = sent.split(/[/\\]/).pop() ?? ''
  const printable = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim()
  if (printable.length <= longestName) return printable
  const ending = /\.[^.]{1,10}$/.exec(printable)?.[0] ?? ''
  // A sign that the cut would halve is left out whole: no header can carry half of one.
  return `${printable.slice(0, longestName - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`
}

/**
 * A file is always offered to be saved and never opened in place, under its own name in UTF-8 (RFC 6266) and, for what
 * does not know that, in plain letters.
 */
export function attachmentHeader(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(unsafe, '_')
  const utf8 = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${utf8}`
}
