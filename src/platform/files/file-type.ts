import { fileTypeFromBuffer } from 'file-type'
import { refuseFile } from './refusals.ts'

/** How many bytes from the beginning a file's type is found in: enough to find what kind of document a ZIP holds. */
export const headLength = 1024 * 1024

type Kept = { readonly type: string; readonly endings: readonly string[]; readonly words: string }

const kept = (type: string, words: string, ...endings: readonly string[]): Kept => ({ type, words, endings })

/** What is kept here, by what `file-type` calls the content that it finds. */
const keptTypes: Readonly<Record<string, Kept>> = {
  pdf: kept('application/pdf', 'a PDF document', 'pdf'),
  docx: kept('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'a Word document', 'docx'),
  xlsx: kept('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'an Excel workbook', 'xlsx'),
  pptx: kept('application/vnd.openxmlformats-officedocument.presentationml.presentation', 'a presentation', 'pptx'),
  odt: kept('application/vnd.oasis.opendocument.text', 'an OpenDocument text', 'odt'),
  ods: kept('application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet', 'ods'),
  rtf: kept('application/rtf', 'a rich text document', 'rtf'),
  // Outlook's messages share their container with other things; the name tells which it is.
  cfb: kept('application/vnd.ms-outlook', 'a compound file', 'msg'),
  jpg: kept('image/jpeg', 'a JPEG picture', 'jpg', 'jpeg'),
  png: kept('image/png', 'a PNG picture', 'png'),
  apng: kept('image/apng', 'a PNG picture', 'png', 'apng'),
  gif: kept('image/gif', 'a GIF picture', 'gif'),
  webp: kept('image/webp', 'a WebP picture', 'webp'),
  tif: kept('image/tiff', 'a TIFF picture', 'tif', 'tiff'),
  bmp: kept('image/bmp', 'a bitmap picture', 'bmp'),
  heic: kept('image/heic', 'a HEIC picture', 'heic', 'heif'),
  mp3: kept('audio/mpeg', 'an MP3 recording', 'mp3'),
  wav: kept('audio/wav', 'a WAV recording', 'wav'),
  m4a: kept('audio/mp4', 'an MPEG-4 recording', 'm4a'),
  aac: kept('audio/aac', 'an AAC recording', 'aac'),
  ogg: kept('audio/ogg', 'an Ogg recording', 'ogg', 'oga'),
  opus: kept('audio/ogg', 'an Ogg recording', 'opus', 'ogg'),
  flac: kept('audio/flac', 'a FLAC recording', 'flac'),
  amr: kept('audio/amr', 'an AMR recording', 'amr'),
  mp4: kept('video/mp4', 'an MPEG-4 video', 'mp4', 'm4v'),
  m4v: kept('video/mp4', 'an MPEG-4 video', 'm4v', 'mp4'),
  mov: kept('video/quicktime', 'a QuickTime video', 'mov'),
  avi: kept('video/vnd.avi', 'an AVI video', 'avi'),
  mkv: kept('video/matroska', 'a Matroska video', 'mkv'),
  webm: kept('video/webm', 'a WebM video', 'webm'),
  mpg: kept('video/mpeg', 'an MPEG video', 'mpg', 'mpeg'),
  mts: kept('video/mp2t', 'an MPEG video', 'mts', 'm2ts', 'ts'),
  '3gp': kept('video/3gpp', 'a 3GPP video', '3gp'),
  asf: kept('application/vnd.ms-asf', 'a Windows Media recording', 'wmv', 'wma', 'asf'),
}

/** Text has no marks of its own: its name says which text it is, once it is known to be text. */
const textTypes: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  eml: 'message/rfc822',
}

/** Bytes below the space that text holds all the same: tab, line feed, form feed and the like, and escape. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b

/** True for text in any of the encodings that are used for it but UTF-16. */
export const isText = (bytes: Buffer): boolean => !bytes.some(isControl)

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''

/** The type of a file by its first bytes, which its name must fit. Throws a `Refusal` for what is not kept here. */
export async function checkFileType(name: string, head: Buffer): Promise<string> {
  if (head.length === 0) throw refuseFile('file.empty')
  const ending = endingOf(name)
  // Words may begin as a picture or a program does: "BMW seen at 7pm", "MZ-2 is marked". Named as text, text is text.
  const text = Object.hasOwn(textTypes, ending) ? textTypes[ending] : undefined
  if (text !== undefined && isText(head)) return text
  const found = await fileTypeFromBuffer(head)
  if (!found) throw isText(head) ? notAsNamed(ending, 'plain text') : refuseFile('file.type-not-known')
  const known = Object.hasOwn(keptTypes, found.ext) ? keptTypes[found.ext] : undefined
  if (!known) throw refuseFile('file.type-not-known')
  if (!known.endings.includes(ending)) throw notAsNamed(ending, known.words)
  return known.type
}

const notAsNamed = (ending: string, found: string) =>
  ending === ''
    ? refuseFile('file.name-without-ending', { found })
    : refuseFile('file.type-not-as-named', { ending: `.${ending}`, found })

/** What a file input offers to choose from. It only saves a wrong choice: the content decides. */
export const offeredEndings: string = [
  ...Object.values(keptTypes).flatMap(({ endings }) => endings),
  ...Object.keys(textTypes),
]
  .map((ending) => `.${ending}`)
  .join(',')
