import { readdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import type { Bench, Figure } from './measure.ts'

// Runs every benchmark of this folder and prints each figure as a ratio to its peer. `npm run bench -- record` runs
// only the files whose name contains "record". The exit code is 1 when a figure misses its aim.

const wanted = process.argv.slice(2)

const isBench = (exported: unknown): exported is { readonly bench: Bench } =>
  typeof exported === 'object' && exported !== null && 'bench' in exported && typeof exported.bench === 'function'

async function benches(): Promise<ReadonlyArray<{ readonly name: string; readonly bench: Bench }>> {
  const found: Array<{ name: string; bench: Bench }> = []
  for (const file of (await readdir(import.meta.dirname)).toSorted()) {
    const name = path.basename(file, '.ts')
    if (!file.endsWith('.ts') || file === path.basename(import.meta.filename)) continue
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue
    const module: unknown = await import(pathToFileURL(path.join(import.meta.dirname, file)).href)
    if (isBench(module)) found.push({ name, bench: module.bench })
  }
  return found
}

const missed = ({ ratio, aim }: Figure): boolean => aim !== null && ratio < aim

function shown(figure: Figure): string {
  const { name, ours, peer, ratio, aim } = figure
  const judged = aim === null ? '' : `aim ${aim.toFixed(2)}${missed(figure) ? '  MISSED' : ''}`
  return `  ${name.padEnd(68)} ${ours.padStart(14)} ${peer.padStart(14)} ${ratio.toFixed(2).padStart(7)}  ${judged}`.trimEnd()
}

const chosen = await benches()
if (chosen.length === 0) {
  process.stderr.write(`No benchmark's name contains ${wanted.join(' or ')}.\n`)
  process.exitCode = 2
}
for (const { name, bench } of chosen) {
  process.stdout.write(
    `${name}\n  ${''.padEnd(68)} ${'ours'.padStart(14)} ${'peer'.padStart(14)} ${'ratio'.padStart(7)}\n`,
  )
  const figures = await bench()
  for (const figure of figures) process.stdout.write(`${shown(figure)}\n`)
  if (figures.some(missed)) process.exitCode = 1
}
