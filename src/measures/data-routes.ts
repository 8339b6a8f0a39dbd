import { paths } from '../paths.ts'
import { Invalid, NotFound, found } from '../platform/web/failures.ts'
import { page } from '../platform/web/layout/page.ts'
import { type Routes, allow, publicPermission } from '../platform/web/routing.ts'
import { queried } from './addresses.ts'
import { dataPage } from './data-page.ts'
import { datasetOf, datasets } from './datasets.ts'
import { sourceFilePage } from './source-file-page.ts'
import { isSha256, openFile } from './sources/kept-files.ts'
import { readPage, rowsOnPage } from './sources/read-page.ts'
import { readSource, readSources } from './sources/read-sources.ts'

const everybody = allow(publicPermission)

type ByHash = {
  readonly Params: { readonly sha256: string }
  readonly Querystring: { readonly page?: unknown; readonly line?: unknown }
}

/** The datasets, every source file, and the files themselves. */
export const dataRoutes: Routes = (app, { installation: { configuration } }) => {
  app.get(paths.data, everybody, async (request, reply) => {
    const files = await request.read(readSources)
    return reply.html(page(request.chrome, dataPage(datasets, files)))
  })
  app.get<ByHash>('/data/files/:sha256', everybody, async (request, reply) => {
    const { sha256 } = request.params
    if (!isSha256(sha256)) throw new NotFound()
    const file = found(await request.read((tx) => readSource(tx, sha256)))
    const dataset = found(datasetOf(file.dataset))
    const [number, line] = [numberIn(request.query.page), numberIn(request.query.line)]
    const last = Math.max(1, Math.ceil(file.rows / rowsOnPage))
    const wanted = number === null && line !== null ? { line } : { page: Math.min(number ?? 1, last) }
    const content = await openFile(configuration.home, sha256, 'plain')
    const shown = content && { ...(await readPage(content, wanted)), last }
    return reply.html(page(request.chrome, sourceFilePage(file, dataset, shown)))
  })
  app.get<ByHash>('/data/files/:sha256/content', everybody, async (request, reply) => {
    const { sha256 } = request.params
    if (!isSha256(sha256)) throw new NotFound()
    const file = found(await request.read((tx) => readSource(tx, sha256)))
    const packed = (request.headers['accept-encoding'] ?? '').includes('gzip')
    const content = found(await openFile(configuration.home, sha256, packed ? 'gzip' : 'plain'))
    if (packed) reply.header('content-encoding', 'gzip')
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('vary', 'accept-encoding')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-disposition', `attachment; filename="${fileName(file.file_name)}"`)
      .send(content)
  })
}

/** A name for the download that no header can be broken with. Packed files are sent unpacked. */
const fileName = (name: string): string => name.replace(/\.(gz|zip)$/i, '').replaceAll(/[^\w.-]+/g, '_')

function numberIn(value: unknown): number | null {
  const text = queried(value)
  if (text === null) return null
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Invalid('A page or a line is a number, such as 2.')
  return Number(text)
}
