import type { Dataset } from './sources/dataset.ts'
import { sha256Of } from './sources/kept-files.ts'

/** One column of a table that is offered for download, as Table Schema describes it. */
export type Field = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'yearmonth'
  readonly title: string
  readonly description: string
}

type Package = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly homepage: string
  readonly dataset: Dataset
  readonly sources: ReadonlyArray<{ readonly title: string; readonly path: string }>
  readonly resource: {
    readonly name: string
    readonly path: string
    readonly title: string
    readonly csv: string
    readonly fields: readonly Field[]
    readonly primaryKey: readonly string[]
  }
}

/** A Frictionless tabular data package (specification 1) of one CSV file. Addresses are whole, so that it can travel. */
export function dataPackage({ dataset, resource, ...about }: Package) {
  const { csv, fields, primaryKey, ...named } = resource
  return {
    profile: 'tabular-data-package',
    ...about,
    licenses: [dataset.licence],
    contributors: [{ title: dataset.publisher, role: 'author' }],
    resources: [
      {
        profile: 'tabular-data-resource',
        ...named,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: Buffer.byteLength(csv),
        hash: `sha256:${sha256Of(Buffer.from(csv))}`,
        dialect: { delimiter: ',', doubleQuote: true, lineTerminator: '\n', header: true },
        schema: { fields, primaryKey, missingValues: [''] },
      },
    ],
  }
}
