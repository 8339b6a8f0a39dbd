import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { DuckDBInstance } from '@duckdb/node-api'
import { streetFilesFolder } from '../src/measures/street/demonstration.ts'
import { givenFiles } from '../src/measures/street/given-files.ts'
import { importStreet } from '../src/measures/street/import-street.ts'
import { sourceFile } from '../src/measures/sources/source-file.ts'
import { streetColumns } from '../src/measures/street/street-csv.ts'
import { streetMonth } from '../src/measures/street/street-month.ts'
import { withInstallation } from './installation.ts'
import { type Figure, count, inTurns } from './measure.ts'

// Rows a second of the whole import (unpack, hash, check, count, record, keep the file), each file in a transaction of
// its own, against DuckDB only reading the same files into a table: once as it comes, guessing the columns, and once
// told them. The second is for information: it shows what checking, recording and keeping cost.

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function importAll(): Promise<{ readonly rows: number; readonly taken: number }> {
  return withInstallation([streetMonth, sourceFile], '', async (installation) => {
    const given = await givenFiles([streetFilesFolder])
    let rows = 0
    const taken = await seconds(async () => {
      const options = { accepted: [], reinstate: false, actor: 'bench' }
      for await (const one of importStreet(installation, given.files, options)) {
        if (one.result !== 'imported') throw new Error(`${one.shown} was ${one.result}`)
        rows += one.rows
      }
    })
    return { rows, taken }
  })
}

async function readAll(columns: string): Promise<number> {
  const names = (await readdir(streetFilesFolder)).filter((name) => name.endsWith('.csv.gz'))
  const files = names.map((name) => `'${path.join(streetFilesFolder, name)}'`).join(', ')
  const duck = await DuckDBInstance.create(':memory:')
  const connection = await duck.connect()
  try {
    return await seconds(() =>
      connection.run(`create temp table street as select * from read_csv([${files}]${columns})`),
    )
  } finally {
    connection.closeSync()
    duck.closeSync()
  }
}

const told = `, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
  columns = {${streetColumns.map((column) => `'${column}': 'varchar'`).join(', ')}}`

export async function bench(): Promise<readonly Figure[]> {
  let rows = 0
  const taken = await inTurns(
    {
      ours: async () => {
        const done = await importAll()
        rows = done.rows
        return done.taken
      },
      bare: () => readAll(''),
      told: () => readAll(told),
    },
    3,
  )
  const rate = (time: number): string => `${count(rows / time)} rows/s`
  return [
    {
      name: 'Import street crime, against DuckDB reading the files',
      ours: rate(taken.ours),
      peer: rate(taken.bare),
      ratio: taken.bare / taken.ours,
      aim: 0.6,
    },
    {
      name: 'The same, against DuckDB told the columns',
      ours: rate(taken.ours),
      peer: rate(taken.told),
      ratio: taken.told / taken.ours,
      aim: null,
    },
  ]
}
