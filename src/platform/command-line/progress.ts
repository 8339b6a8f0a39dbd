import type { WriteStream } from 'node:tty'

export type Progress = {
  /** Shows how far the work is. `total` may be unknown. */
  at(done: number, total: number | null, what: string): void
  /** The work is over; leaves its last line standing. */
  done(what: string): void
}

const barWidth = 30
const lineEveryMs = 5000
const barEveryMs = 100

/** A bar on a terminal, a line every few seconds in a log. */
export function progressOn(stream: WriteStream | NodeJS.WritableStream, now: () => number = Date.now): Progress {
  const terminal = 'isTTY' in stream && stream.isTTY
  let shownAt = terminal ? 0 : now()
  return {
    at(done, total, what) {
      if (now() - shownAt < (terminal ? barEveryMs : lineEveryMs)) return
      shownAt = now()
      stream.write(terminal ? `\r\x1b[2K${bar(done, total)} ${what}` : `${count(done, total)} ${what}\n`)
    },
    done(what) {
      stream.write(terminal ? `\r\x1b[2K${what}\n` : `${what}\n`)
    },
  }
}

const count = (done: number, total: number | null): string =>
  total === null ? done.toLocaleString('en-GB') : `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return count(done, total)
  const full = Math.round((Math.min(done, total) / total) * barWidth)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${count(done, total)}`
}
